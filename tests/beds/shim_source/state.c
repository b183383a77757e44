/* SHIM_STATE: what each token remembers. A text file per serial number, replaced whole, by whose turn it is (turn.c), so
 * that many processes agree. */
#include "shim.h"

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define FORMAT "user %lu\nuser_max %lu\nso %lu\nso_max %lu\nunlock %lu\nunlock_max %lu\nmust_change %lu\n"

int state_kept(void)
{
    return setting("SHIM_STATE") != NULL;
}

CK_RV state_serial(CK_SLOT_ID slot, char serial[17])
{
    struct ck_token_info info;
    size_t length = sizeof info.serial;
    CK_RV rv = real.C_GetTokenInfo(slot, &info);
    if (rv != CKR_OK)
        return rv;
    while (length && info.serial[length - 1] == ' ')
        length--;
    memcpy(serial, info.serial, length);
    serial[length] = 0;
    for (char *c = serial; *c; c++)
        if (*c == '/' || *c == '.')
            *c = '_'; /* it becomes a file name */
    return CKR_OK;
}

CK_RV state_session_serial(CK_SESSION session, char serial[17])
{
    struct ck_session_info info;
    CK_RV rv = real.C_GetSessionInfo(session, &info);
    return rv == CKR_OK ? state_serial(info.slot, serial) : rv;
}

struct memory state_fresh(void)
{
    struct memory fresh = {0};
    fresh.user = fresh.user_max = setting_number("SHIM_USER_MAX", 15);
    fresh.so = fresh.so_max = setting_number("SHIM_SO_MAX", 10);
    fresh.unlock = fresh.unlock_max = setting_number("SHIM_UNLOCK_MAX", 10);
    return fresh;
}

static void file_name(char path[PATH_MAX], const char *name, const char *ending)
{
    if (snprintf(path, PATH_MAX, "%s/%s%s", setting("SHIM_STATE"), name, ending) >= PATH_MAX)
        give_up("path too long", name);
}

struct memory state_peek(const char *serial)
{
    char path[PATH_MAX];
    struct memory is = state_fresh();
    FILE *file;
    int fields;
    is.must_change = setting_number("SHIM_MUST_CHANGE", 0);
    file_name(path, serial, ".tries");
    file = fopen(path, "re");
    if (!file)
        return is;
    fields = fscanf(file, FORMAT, &is.user, &is.user_max, &is.so, &is.so_max, &is.unlock, &is.unlock_max, &is.must_change);
    fclose(file);
    if (fields != 7)
        give_up("cannot read", path);
    return is;
}

void state_take(struct card *card)
{
    turn_take();
    card->is = state_peek(card->serial);
}

void state_save(const struct card *card)
{
    char path[PATH_MAX], fresh[PATH_MAX], text[256];
    const struct memory *is = &card->is;
    int file, length = snprintf(text, sizeof text, FORMAT, is->user, is->user_max, is->so, is->so_max, is->unlock,
                                is->unlock_max, is->must_change);
    file_name(path, card->serial, ".tries");
    file_name(fresh, card->serial, ".new");
    file = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0 || write(file, text, (size_t)length) != length || fsync(file) || close(file) || rename(fresh, path))
        give_up("cannot write", path);
}

void state_leave(void)
{
    turn_leave();
}
