/* A PKCS#11 module that forwards every call to a real one and misbehaves on demand. For tests only.
 *
 * Environment, each optional, read at the first call:
 *
 *   SHIM_TARGET        the real module (SoftHSM)
 *   SHIM_TRACE         file for "> C_Login user" at entry and "< C_Login user 0xa0" at exit; never a PIN
 *   SHIM_FAULT         "C_Sign:segv@3;C_Login:hang": function:action@call, split by ";"
 *                        actions: segv abort exit overflow hang kill, rv=0x30 (instead of forwarding), delay=MS;
 *                        with _after (kill_after, rv_after=0x30) the call is forwarded first
 *                        @3 the third call of that function in this process (default 1), @3+ from the third on
 *                        function "*" counts calls of any function, "load" is the loading of this library
 *   SHIM_STATE         folder for the tries left, per token serial, shared by all processes
 *   SHIM_USER_MAX (15) SHIM_SO_MAX (10) SHIM_UNLOCK_MAX (10)   tries
 *   SHIM_LAST          locked (default) or incorrect: what the try answers that spends the last one
 *   SHIM_FLAGS         late (default: flags at one and none left), soft (COUNT_LOW from the first miss), none
 *   SHIM_MUST_CHANGE   1: the user PIN of a token not yet known to SHIM_STATE has to be changed
 *   SHIM_MANUFACTURER SHIM_MODEL   instead of the real texts, for every token
 *   SHIM_LABEL SHIM_SERIAL         the same for the first initialised token
 *   SHIM_SAFENET       1: the vendor's extension (feature.c, challenge.c; needs SHIM_STATE), with
 *   SHIM_POLICY          "MIN_LEN=6,NUMBERS=2": the PIN policy object; without it there is none
 *   SHIM_FEATURE         "RETRY_USER=99,FIPS=none": numbers of the token object changed or left out
 *   SHIM_ADMIN_KEY       hex: the administrator's key for the challenge
 *   SHIM_SO_PIN          with which an unlock sets the user PIN on the real token
 *   SHIM_PAD           file whose lines are the PINs a person types on the reader (line 1: PIN; for a change: old, new)
 *   SHIM_GONE          while this file exists, every token is out (a renamed one, .was, tells of pulls not noticed)
 *   SHIM_BADSLOT       so many broken slots come first
 *   SHIM_LIE           label slots length count flags shift siglen (lies.c, slots.c) */
#include "shim.h"

#include <dlfcn.h>
#include <pthread.h>

struct ck_functions real;
static struct ck_functions top;
static pthread_once_t once = PTHREAD_ONCE_INIT;

#define DECLARE(name, parameters, ...) EXPORT CK_RV name parameters;
CK_ALL(DECLARE, DECLARE)

#define MEMBER(name, parameters, ...) name,
static struct ck_function_list exported = {{2, 40}, {CK_ALL(MEMBER, MEMBER)}};

static CK_RV own_function_list(struct ck_function_list **list)
{
    if (!list)
        return CKR_ARGUMENTS_BAD;
    *list = &exported;
    return CKR_OK;
}

static void load_real(void)
{
    const char *path = setting("SHIM_TARGET") ? setting("SHIM_TARGET") : "/usr/lib/softhsm/libsofthsm2.so";
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    struct ck_function_list *list;
    CK_RV (*get_list)(struct ck_function_list **);
    if (!library)
        give_up("cannot load", dlerror());
    get_list = (CK_RV (*)(struct ck_function_list **))dlsym(library, "C_GetFunctionList");
    if (!get_list || get_list(&list) != CKR_OK)
        give_up("no PKCS#11 module", path);
    real = list->functions;
    turn_layer(&real);
}

static void build_stack(void)
{
    load_real();
    top = real;
    top.C_GetFunctionList = own_function_list;
    lockout_layer(&top);
    token_info_layer(&top);
    feature_layer(&top);
    pad_layer(&top);
    gone_layer(&top);
    slots_layer(&top);
    lies_layer(&top);
    trace_open();
}

const struct ck_functions *stack(void)
{
    pthread_once(&once, build_stack);
    return &top;
}

__attribute__((constructor)) static void loaded(void)
{
    CK_RV answer;
    int answered;
    faults_read();
    fault_due("load", &answer, &answered);
}

#define FORWARD(name, parameters, ...) \
    CK_RV name parameters \
    { \
        struct call call; \
        if (call_begin(&call, #name, __VA_ARGS__)) \
            call.rv = stack()->name(__VA_ARGS__); \
        return call_end(&call); \
    }
CK_ALL(FORWARD, FORWARD)
