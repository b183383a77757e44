/* The part of PKCS#11 2.40 that the shim needs, for systems where nothing is packed (Linux, macOS). */
#ifndef CRYPTOKI_H
#define CRYPTOKI_H

#include <stddef.h>

typedef unsigned char CK_BYTE, CK_BBOOL, CK_CHAR;
typedef unsigned long CK_ULONG, CK_RV, CK_FLAGS, CK_SLOT_ID, CK_SESSION, CK_OBJECT, CK_TYPE;
typedef CK_BYTE *BYTES;
typedef CK_ULONG *COUNT;

enum {
    CKR_OK = 0x00, CKR_GENERAL_ERROR = 0x05, CKR_ARGUMENTS_BAD = 0x07, CKR_ATTRIBUTE_TYPE_INVALID = 0x12,
    CKR_DEVICE_REMOVED = 0x32, CKR_FUNCTION_CANCELED = 0x50, CKR_FUNCTION_NOT_SUPPORTED = 0x54,
    CKR_OPERATION_NOT_INITIALIZED = 0x91, CKR_PIN_INCORRECT = 0xa0, CKR_PIN_LOCKED = 0xa4,
    CKR_TOKEN_NOT_PRESENT = 0xe0, CKR_USER_ALREADY_LOGGED_IN = 0x100, CKR_USER_NOT_LOGGED_IN = 0x101,
    CKR_BUFFER_TOO_SMALL = 0x150
};
enum { CKU_SO = 0, CKU_USER = 1, CKU_CONTEXT_SPECIFIC = 2 };
enum { CKS_RW_SO = 4 };
enum { CKF_TOKEN_PRESENT = 0x1, CKF_RW_SESSION = 0x2, CKF_SERIAL_SESSION = 0x4 };
enum { CKF_PROTECTED_PATH = 0x100, CKF_TOKEN_INITIALIZED = 0x400 };
enum { CKF_USER_COUNT_LOW = 0x10000, CKF_USER_FINAL_TRY = 0x20000, CKF_USER_LOCKED = 0x40000, CKF_USER_MUST_CHANGE = 0x80000 };
enum { CKF_SO_COUNT_LOW = 0x100000, CKF_SO_FINAL_TRY = 0x200000, CKF_SO_LOCKED = 0x400000 };
enum { CKA_CLASS = 0x0, CKA_TOKEN = 0x1, CKA_PRIVATE = 0x2, CKA_HW_FEATURE_TYPE = 0x300, CKO_HW_FEATURE = 5 };

struct ck_version { CK_BYTE major, minor; };

struct ck_slot_info {
    CK_CHAR description[64], manufacturer[32];
    CK_FLAGS flags;
    struct ck_version hardware, firmware;
};

struct ck_token_info {
    CK_CHAR label[32], manufacturer[32], model[16], serial[16];
    CK_FLAGS flags;
    CK_ULONG max_sessions, sessions, max_rw_sessions, rw_sessions, max_pin, min_pin;
    CK_ULONG total_public, free_public, total_private, free_private;
    struct ck_version hardware, firmware;
    CK_CHAR utc_time[16];
};

struct ck_session_info { CK_SLOT_ID slot; CK_ULONG state; CK_FLAGS flags; CK_ULONG device_error; };
struct ck_attribute { CK_TYPE type; void *value; CK_ULONG length; };
struct ck_function_list;

#define ATTRIBUTES struct ck_attribute *
#define MECHANISM void *
#define IN_OUT (CK_SESSION session, BYTES in, CK_ULONG in_length, BYTES out, COUNT out_length)
#define IN_OUT_ARGS session, in, in_length, out, out_length
#define IN (CK_SESSION session, BYTES in, CK_ULONG in_length)
#define IN_ARGS session, in, in_length
#define OUT (CK_SESSION session, BYTES out, COUNT out_length)
#define OUT_ARGS session, out, out_length
#define VERIFY (CK_SESSION session, BYTES in, CK_ULONG in_length, BYTES signature, CK_ULONG signature_length)
#define VERIFY_ARGS session, in, in_length, signature, signature_length
#define WITH_KEY (CK_SESSION session, MECHANISM mechanism, CK_OBJECT key)
#define WITH_KEY_ARGS session, mechanism, key

/* Every function in the order of CK_FUNCTION_LIST: S for those whose first argument is a session, F for the others. */
#define CK_ALL(F, S) \
    F(C_Initialize, (void *args), args) \
    F(C_Finalize, (void *reserved), reserved) \
    F(C_GetInfo, (void *info), info) \
    F(C_GetFunctionList, (struct ck_function_list **list), list) \
    F(C_GetSlotList, (CK_BBOOL present, CK_SLOT_ID *slots, COUNT count), present, slots, count) \
    F(C_GetSlotInfo, (CK_SLOT_ID slot, struct ck_slot_info *info), slot, info) \
    F(C_GetTokenInfo, (CK_SLOT_ID slot, struct ck_token_info *info), slot, info) \
    F(C_GetMechanismList, (CK_SLOT_ID slot, CK_ULONG *list, COUNT count), slot, list, count) \
    F(C_GetMechanismInfo, (CK_SLOT_ID slot, CK_ULONG type, void *info), slot, type, info) \
    F(C_InitToken, (CK_SLOT_ID slot, BYTES pin, CK_ULONG pin_length, BYTES label), slot, pin, pin_length, label) \
    S(C_InitPIN, (CK_SESSION session, BYTES pin, CK_ULONG pin_length), session, pin, pin_length) \
    S(C_SetPIN, (CK_SESSION session, BYTES old, CK_ULONG old_length, BYTES pin, CK_ULONG pin_length), \
      session, old, old_length, pin, pin_length) \
    F(C_OpenSession, (CK_SLOT_ID slot, CK_FLAGS flags, void *application, void *notify, CK_SESSION *session), \
      slot, flags, application, notify, session) \
    S(C_CloseSession, (CK_SESSION session), session) \
    F(C_CloseAllSessions, (CK_SLOT_ID slot), slot) \
    S(C_GetSessionInfo, (CK_SESSION session, struct ck_session_info *info), session, info) \
    S(C_GetOperationState, OUT, OUT_ARGS) \
    S(C_SetOperationState, (CK_SESSION session, BYTES in, CK_ULONG in_length, CK_OBJECT key, CK_OBJECT other), \
      session, in, in_length, key, other) \
    S(C_Login, (CK_SESSION session, CK_ULONG user, BYTES pin, CK_ULONG pin_length), session, user, pin, pin_length) \
    S(C_Logout, (CK_SESSION session), session) \
    S(C_CreateObject, (CK_SESSION session, ATTRIBUTES template, CK_ULONG count, CK_OBJECT *object), \
      session, template, count, object) \
    S(C_CopyObject, (CK_SESSION session, CK_OBJECT from, ATTRIBUTES template, CK_ULONG count, CK_OBJECT *object), \
      session, from, template, count, object) \
    S(C_DestroyObject, (CK_SESSION session, CK_OBJECT object), session, object) \
    S(C_GetObjectSize, (CK_SESSION session, CK_OBJECT object, COUNT size), session, object, size) \
    S(C_GetAttributeValue, (CK_SESSION session, CK_OBJECT object, ATTRIBUTES template, CK_ULONG count), \
      session, object, template, count) \
    S(C_SetAttributeValue, (CK_SESSION session, CK_OBJECT object, ATTRIBUTES template, CK_ULONG count), \
      session, object, template, count) \
    S(C_FindObjectsInit, (CK_SESSION session, ATTRIBUTES template, CK_ULONG count), session, template, count) \
    S(C_FindObjects, (CK_SESSION session, CK_OBJECT *objects, CK_ULONG most, COUNT count), session, objects, most, count) \
    S(C_FindObjectsFinal, (CK_SESSION session), session) \
    S(C_EncryptInit, WITH_KEY, WITH_KEY_ARGS) \
    S(C_Encrypt, IN_OUT, IN_OUT_ARGS) \
    S(C_EncryptUpdate, IN_OUT, IN_OUT_ARGS) \
    S(C_EncryptFinal, OUT, OUT_ARGS) \
    S(C_DecryptInit, WITH_KEY, WITH_KEY_ARGS) \
    S(C_Decrypt, IN_OUT, IN_OUT_ARGS) \
    S(C_DecryptUpdate, IN_OUT, IN_OUT_ARGS) \
    S(C_DecryptFinal, OUT, OUT_ARGS) \
    S(C_DigestInit, (CK_SESSION session, MECHANISM mechanism), session, mechanism) \
    S(C_Digest, IN_OUT, IN_OUT_ARGS) \
    S(C_DigestUpdate, IN, IN_ARGS) \
    S(C_DigestKey, (CK_SESSION session, CK_OBJECT key), session, key) \
    S(C_DigestFinal, OUT, OUT_ARGS) \
    S(C_SignInit, WITH_KEY, WITH_KEY_ARGS) \
    S(C_Sign, IN_OUT, IN_OUT_ARGS) \
    S(C_SignUpdate, IN, IN_ARGS) \
    S(C_SignFinal, OUT, OUT_ARGS) \
    S(C_SignRecoverInit, WITH_KEY, WITH_KEY_ARGS) \
    S(C_SignRecover, IN_OUT, IN_OUT_ARGS) \
    S(C_VerifyInit, WITH_KEY, WITH_KEY_ARGS) \
    S(C_Verify, VERIFY, VERIFY_ARGS) \
    S(C_VerifyUpdate, IN, IN_ARGS) \
    S(C_VerifyFinal, IN, IN_ARGS) \
    S(C_VerifyRecoverInit, WITH_KEY, WITH_KEY_ARGS) \
    S(C_VerifyRecover, IN_OUT, IN_OUT_ARGS) \
    S(C_DigestEncryptUpdate, IN_OUT, IN_OUT_ARGS) \
    S(C_DecryptDigestUpdate, IN_OUT, IN_OUT_ARGS) \
    S(C_SignEncryptUpdate, IN_OUT, IN_OUT_ARGS) \
    S(C_DecryptVerifyUpdate, IN_OUT, IN_OUT_ARGS) \
    S(C_GenerateKey, (CK_SESSION session, MECHANISM mechanism, ATTRIBUTES template, CK_ULONG count, CK_OBJECT *key), \
      session, mechanism, template, count, key) \
    S(C_GenerateKeyPair, (CK_SESSION session, MECHANISM mechanism, ATTRIBUTES public, CK_ULONG public_count, \
      ATTRIBUTES private, CK_ULONG private_count, CK_OBJECT *public_key, CK_OBJECT *private_key), \
      session, mechanism, public, public_count, private, private_count, public_key, private_key) \
    S(C_WrapKey, (CK_SESSION session, MECHANISM mechanism, CK_OBJECT by, CK_OBJECT key, BYTES out, COUNT out_length), \
      session, mechanism, by, key, out, out_length) \
    S(C_UnwrapKey, (CK_SESSION session, MECHANISM mechanism, CK_OBJECT by, BYTES in, CK_ULONG in_length, \
      ATTRIBUTES template, CK_ULONG count, CK_OBJECT *key), \
      session, mechanism, by, in, in_length, template, count, key) \
    S(C_DeriveKey, (CK_SESSION session, MECHANISM mechanism, CK_OBJECT base, ATTRIBUTES template, CK_ULONG count, \
      CK_OBJECT *key), session, mechanism, base, template, count, key) \
    S(C_SeedRandom, IN, IN_ARGS) \
    S(C_GenerateRandom, IN, IN_ARGS) \
    S(C_GetFunctionStatus, (CK_SESSION session), session) \
    S(C_CancelFunction, (CK_SESSION session), session) \
    F(C_WaitForSlotEvent, (CK_FLAGS flags, CK_SLOT_ID *slot, void *reserved), flags, slot, reserved)

#define CK_MEMBER(name, parameters, ...) CK_RV (*name) parameters;
struct ck_functions { CK_ALL(CK_MEMBER, CK_MEMBER) };
struct ck_function_list { struct ck_version version; struct ck_functions functions; };

#define EXPORT __attribute__((visibility("default")))

#endif
