/* SHIM_LIE: a module that answers "all well" and then says what cannot be (slots and shift are in slots.c).
 * Nothing is written beyond what the caller gave; only a caller that believes the numbers goes astray. */
#include "shim.h"

#include <string.h>

static struct ck_functions below;

static CK_RV token_info(CK_SLOT_ID slot, struct ck_token_info *info)
{
    CK_RV rv = below.C_GetTokenInfo(slot, info);
    if (rv == CKR_OK && setting_lists("SHIM_LIE", "label")) {
        memset(info->label, 0xff, sizeof info->label);
        memset(info->manufacturer, 0xff, sizeof info->manufacturer);
        memset(info->serial, 0xff, sizeof info->serial);
    }
    if (rv == CKR_OK && setting_lists("SHIM_LIE", "flags"))
        info->flags = ~0UL;
    return rv;
}

/* Both kinds of wrong length: one that no machine has, for even types, and one that a machine might try, for odd. */
static CK_RV attributes(CK_SESSION session, CK_OBJECT object, struct ck_attribute *template, CK_ULONG count)
{
    CK_RV rv = below.C_GetAttributeValue(session, object, template, count);
    for (CK_ULONG i = 0; rv == CKR_OK && i < count; i++)
        template[i].length = template[i].type % 2 ? 0x7fffffffUL : 1UL << 63;
    return rv;
}

static CK_RV find(CK_SESSION session, CK_OBJECT *objects, CK_ULONG most, CK_ULONG *count)
{
    CK_RV rv = below.C_FindObjects(session, objects, most, count);
    if (rv == CKR_OK)
        *count = most + 1000;
    return rv;
}

static CK_RV sign(CK_SESSION session, BYTES in, CK_ULONG in_length, BYTES out, COUNT out_length)
{
    CK_RV rv = below.C_Sign(session, in, in_length, out, out_length);
    if (rv == CKR_OK)
        *out_length = 1UL << 40;
    return rv;
}

void lies_layer(struct ck_functions *table)
{
    below = *table;
    if (setting_lists("SHIM_LIE", "label") || setting_lists("SHIM_LIE", "flags"))
        table->C_GetTokenInfo = token_info;
    if (setting_lists("SHIM_LIE", "length"))
        table->C_GetAttributeValue = attributes;
    if (setting_lists("SHIM_LIE", "count"))
        table->C_FindObjects = find;
    if (setting_lists("SHIM_LIE", "siglen"))
        table->C_Sign = sign;
}
