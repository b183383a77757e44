/* The list of slots: broken ones in front (SHIM_BADSLOT), a million of them (SHIM_LIE=slots), and numbers that change
 * at each listing (SHIM_LIE=shift). */
#include "shim.h"

#include <stdlib.h>
#include <string.h>

#define BAD 0xbad00000UL
#define NOWHERE 0xbeef00000000UL
#define MILLION 1000000UL
static struct ck_functions below;
static CK_ULONG shift; /* slots shown outside are this much above those below */

static CK_ULONG bad_slots(void)
{
    return setting_number("SHIM_BADSLOT", 0);
}

static int is_bad(CK_SLOT_ID slot)
{
    return slot >= BAD && slot < BAD + bad_slots();
}

/* The slots to show, allocated; count says how many. */
static CK_RV list_all(CK_BBOOL present, CK_SLOT_ID **slots, CK_ULONG *count)
{
    CK_ULONG bad = bad_slots(), good = 64, most = bad + good + MILLION;
    CK_SLOT_ID *list = calloc(most, sizeof *list);
    CK_RV rv;
    if (!list)
        give_up("no memory", "slots");
    rv = below.C_GetSlotList(present, list + bad, &good);
    for (CK_ULONG i = 0; i < bad; i++)
        list[i] = BAD + i + shift;
    for (CK_ULONG i = bad; i < bad + good; i++)
        list[i] += shift;
    *count = bad + good;
    if (setting_lists("SHIM_LIE", "slots"))
        for (; *count < MILLION; ++*count)
            list[*count] = NOWHERE + *count;
    *slots = list;
    return rv;
}

static CK_RV slot_list(CK_BBOOL present, CK_SLOT_ID *slots, COUNT count)
{
    CK_SLOT_ID *list;
    CK_ULONG room = *count;
    CK_RV rv;
    if (setting_lists("SHIM_LIE", "shift"))
        shift++;
    /* The standard lets a slot-less first call be the moment at which the module looks for new slots. */
    rv = slots ? CKR_OK : below.C_GetSlotList(present, NULL, count);
    if (rv == CKR_OK)
        rv = list_all(present, &list, count);
    else
        return rv;
    if (rv == CKR_OK && slots && room < *count)
        rv = CKR_BUFFER_TOO_SMALL;
    else if (rv == CKR_OK && slots)
        memcpy(slots, list, *count * sizeof *slots);
    free(list);
    return rv;
}

static CK_RV session_info(CK_SESSION session, struct ck_session_info *info)
{
    CK_RV rv = below.C_GetSessionInfo(session, info);
    if (rv == CKR_OK)
        info->slot += shift;
    return rv;
}

/* The broken slots fail in everything that names them. */
#define IN_SLOT(name, parameters, ...) \
    static CK_RV slots_##name parameters \
    { \
        slot -= shift; \
        return is_bad(slot) ? (CK_RV)CKR_GENERAL_ERROR : below.name(__VA_ARGS__); \
    }
#define CK_WITH_SLOT(F) \
    F(C_GetSlotInfo, (CK_SLOT_ID slot, struct ck_slot_info *info), slot, info) \
    F(C_GetTokenInfo, (CK_SLOT_ID slot, struct ck_token_info *info), slot, info) \
    F(C_GetMechanismList, (CK_SLOT_ID slot, CK_ULONG *list, COUNT count), slot, list, count) \
    F(C_GetMechanismInfo, (CK_SLOT_ID slot, CK_ULONG type, void *info), slot, type, info) \
    F(C_InitToken, (CK_SLOT_ID slot, BYTES pin, CK_ULONG pin_length, BYTES label), slot, pin, pin_length, label) \
    F(C_OpenSession, (CK_SLOT_ID slot, CK_FLAGS flags, void *application, void *notify, CK_SESSION *session), \
      slot, flags, application, notify, session) \
    F(C_CloseAllSessions, (CK_SLOT_ID slot), slot)
CK_WITH_SLOT(IN_SLOT)

#define PUT(name, parameters, ...) table->name = slots_##name;

void slots_layer(struct ck_functions *table)
{
    if (!bad_slots() && !setting_lists("SHIM_LIE", "slots") && !setting_lists("SHIM_LIE", "shift"))
        return;
    below = *table;
    CK_WITH_SLOT(PUT)
    table->C_GetSlotList = slot_list;
    table->C_GetSessionInfo = session_info;
}
