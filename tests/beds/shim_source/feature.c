/* SHIM_SAFENET: the hardware feature objects of the vendor's modules, where the true counters stand.
 * They are found only by a search that asks for CKA_CLASS = CKO_HW_FEATURE, as the standard says. */
#include "shim.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TOKEN_OBJECT = 0x7e000001, POLICY_OBJECT = 0x7e000002 };
#define TOKEN_FEATURE 0x80005002UL
#define POLICY_FEATURE 0x80005003UL
#define ABSENT ((CK_ULONG)-1)

struct number { const char *name; CK_TYPE type; };
static const struct number policy_numbers[] = {
    {"MIN_LEN", 0x80001202}, {"MAX_LEN", 0x8000120f}, {"MIX_CHARS", 0x80001203}, {"MIX_LEVEL", 0x8000120e},
    {"MAX_AGE", 0x80001204}, {"MIN_AGE", 0x80001205}, {"WARN_PERIOD", 0x80001206}, {"HISTORY_SIZE", 0x80001207},
    {"MAX_REPEATED", 0x80001209}, {"NUMBERS", 0x8000120a}, {"UPPER_CASE", 0x8000120b}, {"LOWER_CASE", 0x8000120c},
    {"SPECIAL", 0x8000120d}};
static const struct number token_numbers[] = {
    {"RETRY_USER", 0x80001110}, {"RETRY_SO", 0x80001111}, {"RETRY_USER_MAX", 0x80001112}, {"RETRY_SO_MAX", 0x80001113},
    {"HAS_SO", 0x8000111d}, {"FIPS", 0x8000111e}, {"INIT_PIN_REQ", 0x80001120}, {"USER_PIN_AGE", 0x8000112b},
    {"UNBLOCK_SUPPORTED", 0x8000113d}, {"FREE_MEMORY", 0x8000113e}, {"RESET_PIN_SUPPORTED", 0x8000113f},
    {"UNLOCK_COUNT", 0x80001142}, {"UNLOCK_MAX", 0x80001143}};
#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* The number of a token object's attribute, in the order of token_numbers. */
static CK_ULONG token_number(size_t which, const struct memory *is)
{
    const CK_ULONG numbers[LENGTH(token_numbers)] = {
        is->user, is->so, is->user_max, is->so_max, 1, 0, 0, 0, 1, 65536, 0, is->unlock, is->unlock_max};
    return numbers[which];
}

static CK_ULONG put(CK_BYTE *to, const void *from, size_t length)
{
    memcpy(to, from, length);
    return length;
}

static CK_ULONG put_number(CK_BYTE *to, CK_ULONG number)
{
    return put(to, &number, sizeof number);
}

/* What a setting like SHIM_POLICY says of a number: 1 with the number, 0 where it says nothing, -1 for "none". */
static int told(const char *list, const char *name, CK_ULONG *number)
{
    char text[32];
    if (!setting_pair(list, name, text, sizeof text))
        return 0;
    if (!strcmp(text, "none"))
        return -1;
    *number = strtoul(text, NULL, 0);
    return 1;
}

static CK_ULONG policy_value(CK_TYPE type, CK_BYTE *to)
{
    CK_ULONG number;
    for (size_t i = 0; i < LENGTH(policy_numbers); i++)
        if (policy_numbers[i].type == type && told("SHIM_POLICY", policy_numbers[i].name, &number) == 1)
            return put_number(to, number);
    return ABSENT;
}

static CK_ULONG token_number_value(size_t which, const char *serial, CK_BYTE *to)
{
    struct memory is = state_peek(serial);
    CK_ULONG number = token_number(which, &is);
    return told("SHIM_FEATURE", token_numbers[which].name, &number) < 0 ? ABSENT : put_number(to, number);
}

static CK_ULONG token_value(CK_TYPE type, const char *serial, CK_BYTE *to)
{
    const char *model = setting("SHIM_MODEL") ? setting("SHIM_MODEL") : "Shim";
    for (size_t i = 0; i < LENGTH(token_numbers); i++)
        if (token_numbers[i].type == type)
            return token_number_value(i, serial, to);
    switch (type) {
    case 0x80001101: /* PRODUCT_NAME */
    case 0x80001102: /* MODEL */ return put(to, model, strnlen(model, 64));
    case 0x80001107: /* PRODUCTION_DATE, a CK_DATE */ return put(to, "20240131", 8);
    case 0x8000110a: /* CARD_ID */ return put(to, serial, strlen(serial));
    case 0x8000112e: /* OS_NAME */ return put(to, "Shim OS", 7);
    default: return ABSENT;
    }
}

/* At most 64 bytes go to "to"; the length is returned, or ABSENT. */
static CK_ULONG value_of(CK_OBJECT object, CK_TYPE type, const char *serial, CK_BYTE *to)
{
    switch (type) {
    case CKA_CLASS: return put_number(to, CKO_HW_FEATURE);
    case CKA_HW_FEATURE_TYPE: return put_number(to, object == TOKEN_OBJECT ? TOKEN_FEATURE : POLICY_FEATURE);
    case CKA_TOKEN: return put(to, "\1", 1);
    case CKA_PRIVATE: return put(to, "\0", 1);
    default: return object == TOKEN_OBJECT ? token_value(type, serial, to) : policy_value(type, to);
    }
}

static CK_RV answer(struct ck_attribute *attribute, CK_ULONG length, const CK_BYTE *value)
{
    CK_ULONG room = attribute->length;
    attribute->length = length;
    if (length == ABSENT)
        return CKR_ATTRIBUTE_TYPE_INVALID;
    if (!attribute->value)
        return CKR_OK;
    if (room < length) {
        attribute->length = ABSENT;
        return CKR_BUFFER_TOO_SMALL;
    }
    memcpy(attribute->value, value, length);
    return CKR_OK;
}

static int is_ours(CK_OBJECT object)
{
    return object == TOKEN_OBJECT || object == POLICY_OBJECT;
}

static struct ck_functions below;

/* Every attribute is answered; the first complaint is the answer of the call. */
static CK_RV get_attributes(CK_SESSION session, CK_OBJECT object, struct ck_attribute *template, CK_ULONG count)
{
    char serial[17];
    CK_BYTE value[64];
    CK_RV one, rv;
    if (!is_ours(object))
        return below.C_GetAttributeValue(session, object, template, count);
    rv = state_session_serial(session, serial);
    if (rv != CKR_OK)
        return rv;
    for (CK_ULONG i = 0; i < count; i++) {
        one = answer(&template[i], value_of(object, template[i].type, serial, value), value);
        rv = rv == CKR_OK ? one : rv;
    }
    return rv;
}

/* What a session's search has still to bring of our objects: a bit each. */
struct search { CK_SESSION session; int pending; };
static struct search searches[256];
static pthread_mutex_t searches_lock = PTHREAD_MUTEX_INITIALIZER;

static void remember(CK_SESSION session, int pending)
{
    struct search *place = NULL;
    pthread_mutex_lock(&searches_lock);
    for (size_t i = 0; i < LENGTH(searches); i++)
        if (searches[i].session == session || (!place && !searches[i].pending))
            place = &searches[i];
    if (!place)
        give_up("too many searches at once", "SHIM_SAFENET");
    place->session = session;
    place->pending = pending;
    pthread_mutex_unlock(&searches_lock);
}

/* Takes one of our objects out of the session's search, or 0. */
static CK_OBJECT next_of_ours(CK_SESSION session)
{
    CK_OBJECT found = 0;
    pthread_mutex_lock(&searches_lock);
    for (size_t i = 0; i < LENGTH(searches); i++)
        if (searches[i].session == session && searches[i].pending) {
            found = searches[i].pending & 1 ? TOKEN_OBJECT : POLICY_OBJECT;
            searches[i].pending &= searches[i].pending - 1;
            break;
        }
    pthread_mutex_unlock(&searches_lock);
    return found;
}

static int matches(CK_OBJECT object, const char *serial, const struct ck_attribute *template, CK_ULONG count)
{
    CK_BYTE value[64];
    int asks_for_features = 0;
    for (CK_ULONG i = 0; i < count; i++) {
        CK_ULONG length = value_of(object, template[i].type, serial, value);
        if (length != template[i].length || memcmp(template[i].value, value, length))
            return 0;
        asks_for_features |= template[i].type == CKA_CLASS;
    }
    return asks_for_features;
}

static CK_RV find_init(CK_SESSION session, struct ck_attribute *template, CK_ULONG count)
{
    char serial[17];
    int pending = 0;
    CK_RV rv = below.C_FindObjectsInit(session, template, count);
    if (rv == CKR_OK)
        rv = state_session_serial(session, serial);
    if (rv != CKR_OK)
        return rv;
    if (matches(TOKEN_OBJECT, serial, template, count))
        pending |= 1;
    if (setting("SHIM_POLICY") && matches(POLICY_OBJECT, serial, template, count))
        pending |= 2;
    remember(session, pending);
    return CKR_OK;
}

static CK_RV find(CK_SESSION session, CK_OBJECT *objects, CK_ULONG most, CK_ULONG *count)
{
    CK_OBJECT ours;
    CK_RV rv = below.C_FindObjects(session, objects, most, count);
    while (rv == CKR_OK && *count < most && (ours = next_of_ours(session)))
        objects[(*count)++] = ours;
    return rv;
}

static CK_RV find_final(CK_SESSION session)
{
    remember(session, 0);
    return below.C_FindObjectsFinal(session);
}

void feature_layer(struct ck_functions *table)
{
    if (!setting("SHIM_SAFENET"))
        return;
    if (!state_kept())
        give_up("needs SHIM_STATE", "SHIM_SAFENET");
    below = *table;
    table->C_GetAttributeValue = get_attributes;
    table->C_FindObjectsInit = find_init;
    table->C_FindObjects = find;
    table->C_FindObjectsFinal = find_final;
}
