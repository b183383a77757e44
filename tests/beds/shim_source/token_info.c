/* What a token says about itself: the flags that tell of the tries left, and texts of another maker. */
#include "shim.h"

#include <string.h>

enum { USER_FLAGS = 0xf0000, SO_FLAGS = 0xf00000 };
static struct ck_functions below;

static CK_FLAGS count_flags(CK_ULONG left, CK_ULONG most, int soft)
{
    CK_FLAGS flags = 0;
    if (left == 0)
        flags |= CKF_USER_LOCKED;
    if (left == 1)
        flags |= CKF_USER_FINAL_TRY;
    if (soft && left < most)
        flags |= CKF_USER_COUNT_LOW;
    return flags;
}

static CK_FLAGS flags_of(const struct memory *is)
{
    const char *style = setting("SHIM_FLAGS");
    int soft = style && !strcmp(style, "soft");
    CK_FLAGS flags = is->must_change ? CKF_USER_MUST_CHANGE : 0;
    if (style && !strcmp(style, "none"))
        return flags;
    /* the SO's flags are the user's, four bits higher */
    return flags | count_flags(is->user, is->user_max, soft) | count_flags(is->so, is->so_max, soft) << 4;
}

static void put_text(CK_CHAR *field, size_t size, const char *name)
{
    const char *text = setting(name);
    if (!text)
        return;
    memset(field, ' ', size);
    memcpy(field, text, strnlen(text, size));
}

static int is_first(CK_SLOT_ID slot)
{
    CK_SLOT_ID slots[64];
    CK_ULONG count = sizeof slots / sizeof *slots;
    struct ck_token_info info;
    if (real.C_GetSlotList(1, slots, &count) != CKR_OK)
        return 0;
    for (CK_ULONG i = 0; i < count; i++)
        if (real.C_GetTokenInfo(slots[i], &info) == CKR_OK && info.flags & CKF_TOKEN_INITIALIZED)
            return slots[i] == slot;
    return 0;
}

static CK_RV token_info(CK_SLOT_ID slot, struct ck_token_info *info)
{
    char serial[17];
    struct memory is;
    CK_RV rv = below.C_GetTokenInfo(slot, info);
    if (rv == CKR_OK)
        rv = state_serial(slot, serial);
    if (rv != CKR_OK)
        return rv;
    if (state_kept() && info->flags & CKF_TOKEN_INITIALIZED) {
        is = state_peek(serial);
        info->flags = (info->flags & ~(CK_FLAGS)(USER_FLAGS | SO_FLAGS)) | flags_of(&is);
    }
    put_text(info->manufacturer, sizeof info->manufacturer, "SHIM_MANUFACTURER");
    put_text(info->model, sizeof info->model, "SHIM_MODEL");
    if ((setting("SHIM_LABEL") || setting("SHIM_SERIAL")) && is_first(slot)) {
        put_text(info->label, sizeof info->label, "SHIM_LABEL");
        put_text(info->serial, sizeof info->serial, "SHIM_SERIAL");
    }
    return CKR_OK;
}

void token_info_layer(struct ck_functions *table)
{
    below = *table;
    table->C_GetTokenInfo = token_info;
}
