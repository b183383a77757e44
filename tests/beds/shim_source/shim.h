/* What the parts of the shim offer each other.
 *
 * The shim is a stack of layers. Each copies the function table it finds, keeps the copy as "below", and puts its
 * own functions in place of the few it changes. At the bottom is the real module; call.c stands on top. */
#ifndef SHIM_H
#define SHIM_H

#include "cryptoki.h"

/* settings.c: the environment */
const char *setting(const char *name);                                   /* NULL where empty or absent */
CK_ULONG setting_number(const char *name, CK_ULONG otherwise);
int setting_lists(const char *name, const char *word);                   /* is the word in the comma list? */
int setting_pair(const char *name, const char *key, char *value, size_t size); /* key=value in a comma list */
void give_up(const char *why, const char *what) __attribute__((noreturn)); /* a broken bed must be seen */

/* shim.c: the stack */
extern struct ck_functions real;
const struct ck_functions *stack(void);
void turn_layer(struct ck_functions *table);
void lockout_layer(struct ck_functions *table);
void token_info_layer(struct ck_functions *table);
void feature_layer(struct ck_functions *table);
void pad_layer(struct ck_functions *table);
void gone_layer(struct ck_functions *table);
void slots_layer(struct ck_functions *table);
void lies_layer(struct ck_functions *table);

/* call.c: one call, from its trace and faults in to its trace and faults out */
struct fault;
struct call { const char *name, *detail; const struct fault *after; CK_RV rv; };
int call_begin(struct call *call, const char *name, ...);                /* 0: answered by a fault, in call->rv */
CK_RV call_end(struct call *call);

/* faults.c */
void faults_read(void);
const struct fault *fault_due(const char *name, CK_RV *answer, int *answered);
CK_RV fault_fire_after(const struct fault *fault, CK_RV rv);

/* trace.c */
void trace_open(void);
void trace_enter(const char *name, const char *detail);
void trace_leave(const char *name, const char *detail, CK_RV rv);

/* state.c: what a token remembers, in a file per serial number */
struct memory { CK_ULONG user, user_max, so, so_max, unlock, unlock_max, must_change; };
struct card { char serial[17]; struct memory is; };
int state_kept(void);
CK_RV state_serial(CK_SLOT_ID slot, char serial[17]);
CK_RV state_session_serial(CK_SESSION session, char serial[17]);
struct memory state_fresh(void);
struct memory state_peek(const char *serial);
void state_take(struct card *card);       /* waits for its turn, then reads */
void state_save(const struct card *card); /* on disk when it returns */
void state_leave(void);

/* turn.c: one call at a time, in all processes */
void turn_take(void);
void turn_leave(void);

/* lockout.c */
CK_RV lockout_restore_user(CK_SESSION session, CK_ULONG new_max, int must_change);

/* gone.c */
CK_RV gone_for_session(void); /* CKR_OK while the token is in */

/* challenge.c */
void challenge_touched(const char *by);

/* sha256.c */
void hmac_sha256(const BYTES key, size_t key_length, const BYTES data, size_t length, CK_BYTE out[32]);

#endif
