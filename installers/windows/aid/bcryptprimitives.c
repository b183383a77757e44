/* What wine 8 lacks of Windows 10: one function, which cryptography asks for its randomness. For the proof only. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID place, ULONG length); /* RtlGenRandom */

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE place, SIZE_T length)
{
    return SystemFunction036(place, (ULONG)length);
}
