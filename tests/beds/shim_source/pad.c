/* SHIM_PAD: a reader with its own keys. A call without a PIN reads it from the pad's file, a line for each PIN.
 * An absent file or line is a person who pressed Cancel; a FIFO is one who has not typed yet. */
#include "shim.h"

#include <stdio.h>
#include <string.h>

struct typed { char text[256]; CK_ULONG length; };
static struct ck_functions below;

static int type_in(FILE *pad, struct typed *typed)
{
    if (!pad || !fgets(typed->text, sizeof typed->text, pad))
        return 0;
    typed->length = strcspn(typed->text, "\n");
    return typed->length > 0;
}

/* Reads one PIN, or an old and a new one. */
static CK_RV read_pad(struct typed *first, struct typed *second)
{
    FILE *pad = fopen(setting("SHIM_PAD"), "re");
    int done = type_in(pad, first) && (!second || type_in(pad, second));
    if (pad)
        fclose(pad);
    return done ? CKR_OK : CKR_FUNCTION_CANCELED;
}

static CK_RV token_info(CK_SLOT_ID slot, struct ck_token_info *info)
{
    CK_RV rv = below.C_GetTokenInfo(slot, info);
    if (rv == CKR_OK)
        info->flags |= CKF_PROTECTED_PATH;
    return rv;
}

static CK_RV login(CK_SESSION session, CK_ULONG user, BYTES pin, CK_ULONG pin_length)
{
    struct typed typed;
    CK_RV rv;
    if (pin)
        return below.C_Login(session, user, pin, pin_length);
    rv = read_pad(&typed, NULL);
    return rv == CKR_OK ? below.C_Login(session, user, (BYTES)typed.text, typed.length) : rv;
}

static CK_RV init_pin(CK_SESSION session, BYTES pin, CK_ULONG pin_length)
{
    struct typed typed;
    CK_RV rv;
    if (pin)
        return below.C_InitPIN(session, pin, pin_length);
    rv = read_pad(&typed, NULL);
    return rv == CKR_OK ? below.C_InitPIN(session, (BYTES)typed.text, typed.length) : rv;
}

static CK_RV set_pin(CK_SESSION session, BYTES old, CK_ULONG old_length, BYTES pin, CK_ULONG pin_length)
{
    struct typed from, to;
    CK_RV rv;
    if (old || pin)
        return below.C_SetPIN(session, old, old_length, pin, pin_length);
    rv = read_pad(&from, &to);
    return rv == CKR_OK ? below.C_SetPIN(session, (BYTES)from.text, from.length, (BYTES)to.text, to.length) : rv;
}

void pad_layer(struct ck_functions *table)
{
    if (!setting("SHIM_PAD"))
        return;
    below = *table;
    table->C_GetTokenInfo = token_info;
    table->C_Login = login;
    table->C_InitPIN = init_pin;
    table->C_SetPIN = set_pin;
}
