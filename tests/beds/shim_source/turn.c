/* A card does one thing at a time, whoever asks. SoftHSM does not: while one process writes to a token, another reads
 * a blank serial number or answers CKR_GENERAL_ERROR. So each call to the real module waits for its turn, by a lock in
 * SHIM_STATE that all processes and threads share; a PIN call keeps its turn from the counting to the answer. */
#include "shim.h"

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

static struct ck_functions below;
static __thread int depth, lock = -1;

void turn_take(void)
{
    char path[PATH_MAX];
    if (depth++)
        return;
    snprintf(path, sizeof path, "%s/lock", setting("SHIM_STATE"));
    lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0 || flock(lock, LOCK_EX))
        give_up("cannot lock", path);
}

void turn_leave(void)
{
    if (!--depth)
        close(lock);
}

#define IN_TURN(name, parameters, ...) \
    static CK_RV turn_##name parameters \
    { \
        CK_RV rv; \
        turn_take(); \
        rv = below.name(__VA_ARGS__); \
        turn_leave(); \
        return rv; \
    }
CK_ALL(IN_TURN, IN_TURN)

#define PUT(name, parameters, ...) table->name = turn_##name;

void turn_layer(struct ck_functions *table)
{
    if (!setting("SHIM_STATE"))
        return;
    below = *table;
    CK_ALL(PUT, PUT)
    table->C_WaitForSlotEvent = below.C_WaitForSlotEvent; /* it may last, and must not keep the others waiting */
}
