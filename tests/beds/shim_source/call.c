/* One call from outside: traced, made to fail where that is asked, traced again. */
#include "shim.h"

#include <stdarg.h>
#include <string.h>

/* A login is told apart by who logs in; the other arguments, PINs among them, are not looked at. */
static const char *login_detail(va_list arguments)
{
    (void)va_arg(arguments, CK_SESSION);
    switch (va_arg(arguments, CK_ULONG)) {
    case CKU_SO: return " so";
    case CKU_USER: return " user";
    case CKU_CONTEXT_SPECIFIC: return " context";
    default: return " unknown";
    }
}

int call_begin(struct call *call, const char *name, ...)
{
    int answered = 0;
    va_list arguments;
    stack(); /* the settings are read at the first call */
    va_start(arguments, name);
    call->name = name;
    call->detail = strcmp(name, "C_Login") ? "" : login_detail(arguments);
    va_end(arguments);
    trace_enter(name, call->detail);
    call->after = fault_due(name, &call->rv, &answered);
    challenge_touched(name);
    return !answered;
}

CK_RV call_end(struct call *call)
{
    call->rv = fault_fire_after(call->after, call->rv);
    trace_leave(call->name, call->detail, call->rv);
    return call->rv;
}
