/* SHIM_FAULT="C_Sign:segv@3;C_Login:rv=0x30@2+": what goes wrong, in which function, at which of its calls. */
#include "shim.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum action { SEGV, ABORT, EXIT, OVERFLOW, HANG, KILL, ANSWER, DELAY };
static const char *const action_names[] = {"segv", "abort", "exit", "overflow", "hang", "kill", "rv", "delay"};

struct fault {
    char function[40]; /* "*" for any, "load" for dlopen itself */
    enum action action;
    int after;         /* the call is forwarded first */
    CK_ULONG value, nth, seen;
    int onwards;       /* from the nth on, not only at it */
};
static struct fault faults[64];
static size_t fault_count;

#define NAME(name, parameters, ...) #name,
static const char *const known[] = {CK_ALL(NAME, NAME) "ETC_InitPIN", "ETC_SetPIN", "ETC_UnlockGetChallenge",
                                    "ETC_UnlockComplete", "load", "*"};

static int is_known(const char *name)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (!strcmp(known[i], name))
            return 1;
    return 0;
}

static void read_action(struct fault *fault, char *text)
{
    char *value = strchr(text, '=');
    char *after;
    if (value) {
        *value++ = 0;
        fault->value = strtoul(value, NULL, 0);
    }
    after = strstr(text, "_after");
    if (after) {
        *after = 0;
        fault->after = 1;
    }
    for (size_t i = 0; i < sizeof action_names / sizeof *action_names; i++)
        if (!strcmp(text, action_names[i])) {
            fault->action = (enum action)i;
            return;
        }
    give_up("unknown action in SHIM_FAULT", text);
}

static void read_fault(char *text)
{
    struct fault *fault = &faults[fault_count++];
    char *action = strchr(text, ':');
    char *nth = strchr(text, '@');
    if (!action || fault_count == sizeof faults / sizeof *faults)
        give_up("cannot read SHIM_FAULT", text);
    *action++ = 0;
    if (!is_known(text))
        give_up("unknown function in SHIM_FAULT", text);
    fault->nth = 1;
    if (nth) {
        *nth++ = 0;
        fault->nth = strtoul(nth, &nth, 10);
        fault->onwards = *nth == '+';
    }
    snprintf(fault->function, sizeof fault->function, "%s", text);
    read_action(fault, action);
}

void faults_read(void)
{
    char *rest, *text = setting("SHIM_FAULT") ? strdup(setting("SHIM_FAULT")) : NULL;
    if (!text)
        return;
    for (char *one = strtok_r(text, ";", &rest); one; one = strtok_r(NULL, ";", &rest))
        read_fault(one);
    free(text);
}

/* Written so that the compiler can neither prove the recursion endless nor turn it into a loop. */
static int overflow(volatile char *above)
{
    volatile char here[4096];
    here[0] = above ? above[0] : 0;
    return here[0] == 1 ? 0 : overflow(here) + here[0];
}

static void hang(void)
{
    for (;;)
        pause();
}

static void fire(const struct fault *fault)
{
    static volatile int *volatile nowhere;
    switch (fault->action) {
    case SEGV: *nowhere = 1; break;
    case ABORT: abort();
    case EXIT: exit(3);
    case OVERFLOW: overflow(NULL); break;
    case HANG: hang(); break;
    case KILL: kill(getpid(), SIGKILL); hang(); break;
    case DELAY: usleep((useconds_t)fault->value * 1000); break;
    case ANSWER: break;
    }
}

static int due(struct fault *fault, const char *name)
{
    CK_ULONG seen;
    int any = !strcmp(fault->function, "*") && strcmp(name, "load");
    if (!any && strcmp(fault->function, name))
        return 0;
    seen = __atomic_add_fetch(&fault->seen, 1, __ATOMIC_RELAXED);
    return seen == fault->nth || (fault->onwards && seen > fault->nth);
}

const struct fault *fault_due(const char *name, CK_RV *answer, int *answered)
{
    const struct fault *after = NULL;
    for (struct fault *fault = faults; fault < faults + fault_count; fault++) {
        if (!due(fault, name))
            continue;
        if (fault->after) {
            after = fault;
            continue;
        }
        fire(fault);
        if (fault->action == ANSWER) {
            *answer = fault->value;
            *answered = 1;
        }
    }
    return after;
}

CK_RV fault_fire_after(const struct fault *fault, CK_RV rv)
{
    if (!fault)
        return rv;
    fire(fault);
    return fault->action == ANSWER ? fault->value : rv;
}
