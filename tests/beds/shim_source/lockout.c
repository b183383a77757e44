/* Tries that run out. The real module compares the PIN and never locks; the counting is done here, before it. */
#include "shim.h"

#include <string.h>

enum pin { USER_PIN, SO_PIN };
struct attempt { struct card card; enum pin pin; };
static struct ck_functions below;

static CK_ULONG *tries(struct attempt *attempt)
{
    return attempt->pin == USER_PIN ? &attempt->card.is.user : &attempt->card.is.so;
}

/* The try is spent on disk before the comparison, as on a card: whoever pulls the plug does not get it back. */
static CK_RV begin(struct attempt *attempt)
{
    state_take(&attempt->card);
    if (!*tries(attempt)) {
        state_leave();
        return CKR_PIN_LOCKED;
    }
    --*tries(attempt);
    state_save(&attempt->card);
    return CKR_OK;
}

static CK_RV begin_in_session(struct attempt *attempt, CK_SESSION session)
{
    CK_RV rv = state_session_serial(session, attempt->card.serial);
    return rv == CKR_OK ? begin(attempt) : rv;
}

static CK_RV wrong_pin(struct attempt *attempt)
{
    const char *last = setting("SHIM_LAST");
    if (*tries(attempt) || (last && !strcmp(last, "incorrect")))
        return CKR_PIN_INCORRECT;
    return CKR_PIN_LOCKED;
}

/* Any answer but right and wrong (already logged in, read-only session, PIN too short) means nothing was compared. */
static CK_RV end(struct attempt *attempt, CK_RV rv)
{
    struct memory *is = &attempt->card.is;
    if (rv == CKR_OK)
        *tries(attempt) = attempt->pin == USER_PIN ? is->user_max : is->so_max;
    else if (rv == CKR_PIN_INCORRECT)
        rv = wrong_pin(attempt);
    else
        ++*tries(attempt);
    state_save(&attempt->card);
    state_leave();
    return rv;
}

static CK_RV login(CK_SESSION session, CK_ULONG user, BYTES pin, CK_ULONG pin_length)
{
    struct attempt attempt = {.pin = user == CKU_SO ? SO_PIN : USER_PIN};
    CK_RV rv = begin_in_session(&attempt, session);
    return rv == CKR_OK ? end(&attempt, below.C_Login(session, user, pin, pin_length)) : rv;
}

static CK_RV set_pin(CK_SESSION session, BYTES old, CK_ULONG old_length, BYTES pin, CK_ULONG pin_length)
{
    struct ck_session_info info;
    struct attempt attempt = {.pin = USER_PIN};
    CK_RV rv = real.C_GetSessionInfo(session, &info);
    if (rv == CKR_OK && info.state == CKS_RW_SO)
        attempt.pin = SO_PIN;
    if (rv == CKR_OK)
        rv = begin_in_session(&attempt, session);
    if (rv != CKR_OK)
        return rv;
    rv = below.C_SetPIN(session, old, old_length, pin, pin_length);
    if (rv == CKR_OK && attempt.pin == USER_PIN)
        attempt.card.is.must_change = 0;
    return end(&attempt, rv);
}

CK_RV lockout_restore_user(CK_SESSION session, CK_ULONG new_max, int must_change)
{
    struct card card;
    CK_RV rv = state_session_serial(session, card.serial);
    if (rv != CKR_OK)
        return rv;
    state_take(&card);
    if (new_max)
        card.is.user_max = new_max;
    card.is.user = card.is.user_max;
    card.is.must_change = (CK_ULONG)must_change;
    state_save(&card);
    state_leave();
    return CKR_OK;
}

static CK_RV init_pin(CK_SESSION session, BYTES pin, CK_ULONG pin_length)
{
    CK_RV rv = below.C_InitPIN(session, pin, pin_length);
    return rv == CKR_OK ? lockout_restore_user(session, 0, 0) : rv;
}

static CK_RV init_token(CK_SLOT_ID slot, BYTES pin, CK_ULONG pin_length, BYTES label)
{
    struct attempt attempt = {.pin = SO_PIN};
    struct ck_token_info info;
    CK_RV rv = real.C_GetTokenInfo(slot, &info);
    if (rv == CKR_OK && !(info.flags & CKF_TOKEN_INITIALIZED))
        return below.C_InitToken(slot, pin, pin_length, label); /* any SO PIN is right, and there is no serial yet */
    if (rv == CKR_OK)
        rv = state_serial(slot, attempt.card.serial);
    if (rv == CKR_OK)
        rv = begin(&attempt);
    if (rv != CKR_OK)
        return rv;
    rv = below.C_InitToken(slot, pin, pin_length, label);
    if (rv == CKR_OK)
        attempt.card.is = state_fresh();
    return end(&attempt, rv);
}

void lockout_layer(struct ck_functions *table)
{
    if (!state_kept())
        return;
    below = *table;
    table->C_Login = login;
    table->C_SetPIN = set_pin;
    table->C_InitPIN = init_pin;
    table->C_InitToken = init_token;
}
