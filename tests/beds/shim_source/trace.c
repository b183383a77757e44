/* SHIM_TRACE: a line at entry and a line at exit, each one write() so that processes do not mix theirs. */
#include "shim.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static int trace = -1;

void trace_open(void)
{
    const char *path = setting("SHIM_TRACE");
    if (!path)
        return;
    trace = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (trace < 0)
        give_up("cannot trace to", path);
}

static void put(const char *line, int length)
{
    if (trace >= 0 && write(trace, line, (size_t)length) != length)
        give_up("trace cut short", line);
}

void trace_enter(const char *name, const char *detail)
{
    char line[128];
    put(line, snprintf(line, sizeof line, "> %s%s\n", name, detail));
}

void trace_leave(const char *name, const char *detail, CK_RV rv)
{
    char line[128];
    put(line, snprintf(line, sizeof line, "< %s%s 0x%lx\n", name, detail, rv));
}
