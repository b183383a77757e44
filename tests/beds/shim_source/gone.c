/* SHIM_GONE: while the file exists, every token is out, and a session does not outlive its token.
 * A pull and re-plug between two calls would go unseen; so whoever plugs in renames the file to ".was", and a newer
 * ".was" than the last one seen is a pull missed. */
#include "shim.h"

#include <limits.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static struct ck_functions below;
static int dropped;
static struct timespec last_pull;

static int is_out(void)
{
    return setting("SHIM_GONE") && access(setting("SHIM_GONE"), F_OK) == 0;
}

/* Was the token out since this was last asked? */
static int was_out(void)
{
    char path[PATH_MAX];
    struct stat is;
    struct timespec before = last_pull;
    snprintf(path, sizeof path, "%s.was", setting("SHIM_GONE"));
    if (stat(path, &is) == 0)
        last_pull = is.st_mtim;
    return last_pull.tv_sec != before.tv_sec || last_pull.tv_nsec != before.tv_nsec;
}

static void close_sessions(void)
{
    CK_SLOT_ID slots[64];
    CK_ULONG count = sizeof slots / sizeof *slots;
    if (real.C_GetSlotList(1, slots, &count) != CKR_OK)
        return;
    for (CK_ULONG i = 0; i < count; i++)
        real.C_CloseAllSessions(slots[i]);
}

/* 1 while a token is out; its sessions, and the login with them, end the moment that is noticed. */
static int notice(void)
{
    int out = is_out();
    int missed = setting("SHIM_GONE") && was_out();
    if ((out && !dropped) || missed)
        close_sessions();
    dropped = out;
    return out || missed;
}

CK_RV gone_for_session(void)
{
    return notice() ? CKR_DEVICE_REMOVED : CKR_OK;
}

static CK_RV for_slot(void)
{
    notice();
    return is_out() ? CKR_TOKEN_NOT_PRESENT : CKR_OK;
}

static CK_RV slot_list(CK_BBOOL present, CK_SLOT_ID *slots, COUNT count)
{
    if (for_slot() == CKR_OK || !present)
        return below.C_GetSlotList(present, slots, count);
    *count = 0;
    return CKR_OK;
}

static CK_RV slot_info(CK_SLOT_ID slot, struct ck_slot_info *info)
{
    CK_RV rv = below.C_GetSlotInfo(slot, info);
    if (rv == CKR_OK && for_slot() != CKR_OK)
        info->flags &= ~(CK_FLAGS)CKF_TOKEN_PRESENT;
    return rv;
}

#define IGNORE(name, parameters, ...)
#define IN_SESSION(name, parameters, ...) \
    static CK_RV gone_##name parameters \
    { \
        CK_RV rv = gone_for_session(); \
        return rv == CKR_OK ? below.name(__VA_ARGS__) : rv; \
    }
CK_ALL(IGNORE, IN_SESSION)

#define IN_SLOT(name, parameters, ...) \
    static CK_RV gone_##name parameters \
    { \
        CK_RV rv = for_slot(); \
        return rv == CKR_OK ? below.name(__VA_ARGS__) : rv; \
    }
#define CK_WITH_TOKEN(F) \
    F(C_GetTokenInfo, (CK_SLOT_ID slot, struct ck_token_info *info), slot, info) \
    F(C_GetMechanismList, (CK_SLOT_ID slot, CK_ULONG *list, COUNT count), slot, list, count) \
    F(C_GetMechanismInfo, (CK_SLOT_ID slot, CK_ULONG type, void *info), slot, type, info) \
    F(C_InitToken, (CK_SLOT_ID slot, BYTES pin, CK_ULONG pin_length, BYTES label), slot, pin, pin_length, label) \
    F(C_OpenSession, (CK_SLOT_ID slot, CK_FLAGS flags, void *application, void *notify, CK_SESSION *session), \
      slot, flags, application, notify, session)
CK_WITH_TOKEN(IN_SLOT)

#define PUT(name, parameters, ...) table->name = gone_##name;

void gone_layer(struct ck_functions *table)
{
    if (!setting("SHIM_GONE"))
        return;
    was_out(); /* pulls before this process do not concern it */
    below = *table;
    CK_ALL(IGNORE, PUT)
    CK_WITH_TOKEN(PUT)
    table->C_GetSlotList = slot_list;
    table->C_GetSlotInfo = slot_info;
}
