/* The settings: environment variables named SHIM_*. */
#include "shim.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *setting(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

CK_ULONG setting_number(const char *name, CK_ULONG otherwise)
{
    const char *text = setting(name);
    char *end;
    CK_ULONG number;
    if (!text)
        return otherwise;
    number = strtoul(text, &end, 0);
    if (*end)
        give_up("not a number", name);
    return number;
}

/* The entry of a comma list that starts with the word and then has the given ending character. */
static const char *entry(const char *name, const char *word, const char *endings)
{
    const char *at = setting(name);
    size_t length = strlen(word);
    for (; at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL)
        if (!strncmp(at, word, length) && strchr(endings, at[length]))
            return at + length;
    return NULL;
}

int setting_lists(const char *name, const char *word)
{
    const char *end = entry(name, word, ",");
    return end != NULL;
}

int setting_pair(const char *name, const char *key, char *value, size_t size)
{
    const char *at = entry(name, key, "=");
    size_t length;
    if (!at || *at != '=')
        return 0;
    length = strcspn(++at, ",");
    if (length >= size)
        give_up("value too long", name);
    memcpy(value, at, length);
    value[length] = 0;
    return 1;
}

void give_up(const char *why, const char *what)
{
    fprintf(stderr, "shim: %s: %s\n", why, what);
    abort();
}
