/* A PKCS#11 module as a vendor's would be on Windows, for the proof only: one token, a PIN, ten tries, nothing in it.
 *
 * Everything is packed and unsigned long has four bytes there, which no Linux test can show. */
#pragma pack(push, 1)
#include "cryptoki.h"
#pragma pack(pop)
#include <string.h>

#define OUT_OF_HERE __declspec(dllexport)
static CK_BYTE pin[64] = "12345678";
static CK_ULONG pin_length = 8, tries = 10, logged_in;

static CK_RV unsupported(void) { return CKR_FUNCTION_NOT_SUPPORTED; }
static CK_RV fine(void) { return CKR_OK; }

static void padded(CK_CHAR *place, size_t size, const char *words)
{
    memset(place, ' ', size);
    memcpy(place, words, strlen(words));
}

struct info { struct ck_version cryptoki; CK_CHAR maker[32]; CK_FLAGS flags; CK_CHAR what[32]; struct ck_version own; }
    __attribute__((packed));

static CK_RV about(struct info *info)
{
    memset(info, 0, sizeof *info);
    info->cryptoki.major = 2, info->cryptoki.minor = 40;
    padded(info->maker, 32, "tokenmgr"), padded(info->what, 32, "a token for the proof");
    return CKR_OK;
}

static CK_RV slots(CK_BBOOL present, CK_SLOT_ID *list, COUNT count)
{
    (void)present;
    if (list)
        *list = 7;
    *count = 1;
    return CKR_OK;
}

static CK_RV slot(CK_SLOT_ID id, struct ck_slot_info *info)
{
    (void)id;
    memset(info, 0, sizeof *info);
    padded(info->description, 64, "a reader for the proof"), padded(info->manufacturer, 32, "tokenmgr");
    info->flags = CKF_TOKEN_PRESENT;
    return CKR_OK;
}

static CK_RV token(CK_SLOT_ID id, struct ck_token_info *info)
{
    (void)id;
    memset(info, 0, sizeof *info);
    padded(info->label, 32, "Proof"), padded(info->manufacturer, 32, "tokenmgr");
    padded(info->model, 16, "proof"), padded(info->serial, 16, "PROOF0001");
    info->flags = 0x40c; /* initialised, login required, PIN set */
    if (tries < 10)
        info->flags |= CKF_USER_COUNT_LOW;
    info->min_pin = 6, info->max_pin = 16;
    info->hardware.major = 1, info->firmware.major = 2;
    return CKR_OK;
}

static CK_RV count_none(CK_SLOT_ID id, CK_ULONG *list, COUNT count)
{
    (void)id, (void)list;
    *count = 0;
    return CKR_OK;
}

static CK_RV open(CK_SLOT_ID id, CK_FLAGS flags, void *application, void *notify, CK_SESSION *session)
{
    (void)id, (void)flags, (void)application, (void)notify;
    *session = 1;
    return CKR_OK;
}

static CK_RV checked(BYTES given, CK_ULONG length)
{
    if (!tries)
        return CKR_PIN_LOCKED;
    if (length == pin_length && !memcmp(given, pin, length)) {
        tries = 10;
        return CKR_OK;
    }
    tries--;
    return CKR_PIN_INCORRECT;
}

static CK_RV login(CK_SESSION session, CK_ULONG user, BYTES given, CK_ULONG length)
{
    (void)session, (void)user;
    CK_RV rv = checked(given, length);
    logged_in = rv == CKR_OK;
    return rv;
}

static CK_RV logout(CK_SESSION session)
{
    (void)session;
    logged_in = 0;
    return CKR_OK;
}

static CK_RV change(CK_SESSION session, BYTES old, CK_ULONG old_length, BYTES given, CK_ULONG length)
{
    (void)session;
    CK_RV rv = checked(old, old_length);
    if (rv == CKR_OK && length <= sizeof pin)
        memcpy(pin, given, pin_length = length);
    return rv;
}

static CK_RV state(CK_SESSION session, struct ck_session_info *info)
{
    (void)session;
    memset(info, 0, sizeof *info);
    info->slot = 7, info->state = logged_in ? 3 : 2, info->flags = CKF_RW_SESSION | CKF_SERIAL_SESSION;
    return CKR_OK;
}

static CK_RV find_none(CK_SESSION session, CK_OBJECT *objects, CK_ULONG most, COUNT count)
{
    (void)session, (void)objects, (void)most;
    *count = 0;
    return CKR_OK;
}

static struct ck_function_list table;

OUT_OF_HERE CK_RV C_GetFunctionList(struct ck_function_list **list)
{
    struct ck_functions *all = &table.functions;
    void **each = (void **)all;
    for (size_t n = 0; n < sizeof *all / sizeof *each; n++)
        each[n] = (void *)unsupported;
    table.version.major = 2, table.version.minor = 40;
    all->C_Initialize = (void *)fine, all->C_Finalize = (void *)fine, all->C_GetInfo = (void *)about;
    all->C_GetFunctionList = C_GetFunctionList, all->C_GetSlotList = slots, all->C_GetSlotInfo = slot;
    all->C_GetTokenInfo = token, all->C_GetMechanismList = count_none, all->C_OpenSession = open;
    all->C_CloseSession = (void *)fine, all->C_CloseAllSessions = (void *)fine, all->C_GetSessionInfo = state;
    all->C_Login = login, all->C_Logout = logout, all->C_SetPIN = change;
    all->C_FindObjectsInit = (void *)fine, all->C_FindObjects = find_none, all->C_FindObjectsFinal = (void *)fine;
    *list = &table;
    return CKR_OK;
}
