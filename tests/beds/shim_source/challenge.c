/* SHIM_SAFENET: the vendor's functions beside PKCS#11, with the challenge and response that unlock a user PIN.
 *
 * The administrator's answer is the first 8 bytes of HMAC-SHA256(SHIM_ADMIN_KEY, challenge). (The vendor's own uses
 * another cipher; what matters here is that only the holder of the key can answer.) A challenge serves once, and any
 * other call that may touch the token ends it. */
#include "shim.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

enum { CHALLENGE_LENGTH = 8 };
static struct { int live; CK_SESSION session; CK_BYTE bytes[CHALLENGE_LENGTH]; } challenge;

void challenge_touched(const char *by)
{
    static const char *const harmless[] = {"C_CloseSession", "C_GetFunctionList", "C_GetInfo"};
    if (!strncmp(by, "ETC_", 4))
        return;
    for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++)
        if (!strcmp(by, harmless[i]))
            return;
    challenge.live = 0;
}

static CK_RV allowed(CK_SESSION session, char serial[17])
{
    CK_RV rv = setting("SHIM_SAFENET") ? gone_for_session() : (CK_RV)CKR_FUNCTION_NOT_SUPPORTED;
    return rv == CKR_OK ? state_session_serial(session, serial) : rv;
}

static CK_RV get_challenge(CK_SESSION session, BYTES buffer, COUNT length)
{
    char serial[17];
    CK_ULONG room = *length;
    CK_RV rv = allowed(session, serial);
    if (rv != CKR_OK)
        return rv;
    if (!state_peek(serial).unlock)
        return CKR_PIN_LOCKED;
    *length = CHALLENGE_LENGTH;
    if (!buffer)
        return CKR_OK;
    if (room < CHALLENGE_LENGTH)
        return CKR_BUFFER_TOO_SMALL;
    if (getrandom(challenge.bytes, CHALLENGE_LENGTH, 0) != CHALLENGE_LENGTH)
        return CKR_GENERAL_ERROR;
    challenge.live = 1;
    challenge.session = session;
    memcpy(buffer, challenge.bytes, CHALLENGE_LENGTH);
    return CKR_OK;
}

static size_t read_key(CK_BYTE *key, size_t size)
{
    const char *hex = setting("SHIM_ADMIN_KEY");
    size_t length = 0;
    for (; hex && length < size && sscanf(hex, "%2hhx", &key[length]) == 1 && hex[1]; hex += 2)
        length++;
    if (!length)
        give_up("needs hex digits", "SHIM_ADMIN_KEY");
    return length;
}

static int is_right(const CK_BYTE *response, CK_ULONG length)
{
    CK_BYTE key[64], expected[32];
    hmac_sha256(key, read_key(key, sizeof key), challenge.bytes, CHALLENGE_LENGTH, expected);
    return length == CHALLENGE_LENGTH && !memcmp(response, expected, CHALLENGE_LENGTH);
}

/* Spends an unlock try before the comparison, and gives all of them back after a right answer. */
static CK_RV judge(const char *serial, const CK_BYTE *response, CK_ULONG length)
{
    struct card card;
    int right;
    CK_RV rv = CKR_PIN_LOCKED;
    snprintf(card.serial, sizeof card.serial, "%s", serial);
    state_take(&card);
    if (card.is.unlock) {
        card.is.unlock--;
        state_save(&card);
        right = is_right(response, length);
        rv = right ? CKR_OK : CKR_PIN_INCORRECT;
        if (right)
            card.is.unlock = card.is.unlock_max;
        state_save(&card);
    }
    state_leave();
    return rv;
}

/* The real token knows no challenge: its user PIN is set by its SO, in a session that the caller never sees. */
static CK_RV set_as_so(CK_SLOT_ID slot, BYTES pin, CK_ULONG pin_length)
{
    const char *so_pin = setting("SHIM_SO_PIN") ? setting("SHIM_SO_PIN") : "";
    CK_SESSION session;
    CK_RV rv = real.C_OpenSession(slot, CKF_RW_SESSION | CKF_SERIAL_SESSION, NULL, NULL, &session);
    if (rv != CKR_OK)
        return rv;
    rv = real.C_Login(session, CKU_SO, (BYTES)so_pin, strlen(so_pin));
    if (rv == CKR_OK) {
        rv = real.C_InitPIN(session, pin, pin_length);
        real.C_Logout(session);
    }
    real.C_CloseSession(session);
    return rv;
}

static CK_RV complete(CK_SESSION session, const CK_BYTE *response, CK_ULONG length, BYTES pin, CK_ULONG pin_length,
                      CK_ULONG retries, CK_BBOOL must_change)
{
    char serial[17];
    struct ck_session_info info;
    int asked = challenge.live && challenge.session == session;
    CK_RV rv = allowed(session, serial);
    if (rv == CKR_OK && !asked)
        rv = CKR_OPERATION_NOT_INITIALIZED;
    if (rv != CKR_OK)
        return rv;
    challenge.live = 0;
    rv = judge(serial, response, length);
    if (rv == CKR_OK)
        rv = real.C_GetSessionInfo(session, &info);
    if (rv == CKR_OK)
        rv = set_as_so(info.slot, pin, pin_length);
    return rv == CKR_OK ? lockout_restore_user(session, retries, must_change) : rv;
}

static CK_RV init_pin(CK_SESSION session, BYTES pin, CK_ULONG pin_length, CK_ULONG retries, CK_BBOOL must_change)
{
    char serial[17];
    CK_RV rv = allowed(session, serial);
    if (rv == CKR_OK)
        rv = stack()->C_InitPIN(session, pin, pin_length);
    return rv == CKR_OK ? lockout_restore_user(session, retries, must_change) : rv;
}

EXPORT CK_RV ETC_UnlockGetChallenge(CK_SESSION session, void *buffer, COUNT length)
{
    struct call call;
    if (call_begin(&call, __func__, session))
        call.rv = get_challenge(session, buffer, length);
    return call_end(&call);
}

EXPORT CK_RV ETC_UnlockComplete(CK_SESSION session, void *response, CK_ULONG length, BYTES pin, CK_ULONG pin_length,
                                CK_ULONG retries, CK_BBOOL must_change)
{
    struct call call;
    if (call_begin(&call, __func__, session))
        call.rv = complete(session, response, length, pin, pin_length, retries, must_change);
    return call_end(&call);
}

EXPORT CK_RV ETC_InitPIN(CK_SESSION session, BYTES pin, CK_ULONG pin_length, CK_ULONG retries, CK_BBOOL must_change)
{
    struct call call;
    if (call_begin(&call, __func__, session))
        call.rv = init_pin(session, pin, pin_length, retries, must_change);
    return call_end(&call);
}

/* The "domain" PIN is a second old PIN that these tokens do not have. */
EXPORT CK_RV ETC_SetPIN(CK_SESSION session, BYTES domain, CK_ULONG domain_length, BYTES old, CK_ULONG old_length,
                        BYTES pin, CK_ULONG pin_length)
{
    struct call call;
    char serial[17];
    if (call_begin(&call, __func__, session)) {
        call.rv = domain || domain_length ? (CK_RV)CKR_ARGUMENTS_BAD : allowed(session, serial);
        if (call.rv == CKR_OK)
            call.rv = stack()->C_SetPIN(session, old, old_length, pin, pin_length);
    }
    return call_end(&call);
}
