/* Functions of ntoskrnl.exe.
 * Written by wdk/gen/wdkgen.py from the tables in wdk/abi. Do not edit. */
#pragma once
#ifdef __cplusplus
extern "C" {
#endif

NTKERNELAPI EXCEPTION_DISPOSITION NTAPIV __C_specific_handler(PEXCEPTION_RECORD ExceptionRecord,
    PVOID EstablisherFrame, PCONTEXT ContextRecord, PDISPATCHER_CONTEXT DispatcherContext);
NTKERNELAPI errno_t NTAPIV _itoa_s(int _Value, char *_DstBuf, size_t _Size, int _Radix);
NTKERNELAPI errno_t NTAPIV _itow_s(int _Val, wchar_t *_DstBuf, size_t _SizeInWords, int _Radix);
NTKERNELAPI VOID NTAPIV _local_unwind(PVOID TargetFrame, PVOID TargetIp);
NTKERNELAPI errno_t NTAPIV _ltoa_s(long _Val, char *_DstBuf, size_t _Size, int _Radix);
NTKERNELAPI errno_t NTAPIV _ltow_s(long _Val, wchar_t *_DstBuf, size_t _SizeInWords, int _Radix);
NTKERNELAPI int NTAPIV _purecall(void);
NTKERNELAPI int NTAPIV _snprintf(char *_Dest, size_t _Count, const char *_Format, ...);
NTKERNELAPI int NTAPIV _snprintf_s(char *_DstBuf, size_t _DstSize, size_t _MaxCount,
    const char *_Format, ...);
NTKERNELAPI int NTAPIV _snwprintf(wchar_t *_Dest, size_t _Count, const wchar_t *_Format, ...);
NTKERNELAPI int NTAPIV _snwprintf_s(wchar_t *_DstBuf, size_t _DstSize, size_t _MaxCount,
    const wchar_t *_Format, ...);
NTKERNELAPI int NTAPIV _stricmp(const char *_Str1, const char *_Str2);
NTKERNELAPI char * NTAPIV _strlwr(char *_String);
NTKERNELAPI int NTAPIV _strnicmp(const char *_Str1, const char *_Str2, size_t _MaxCount);
NTKERNELAPI char * NTAPIV _strupr(char *_String);
NTKERNELAPI int NTAPIV _swprintf(wchar_t *_Dest, const wchar_t *_Format, ...);
NTKERNELAPI errno_t NTAPIV _ultoa_s(unsigned long _Val, char *_DstBuf, size_t _Size, int _Radix);
NTKERNELAPI errno_t NTAPIV _ultow_s(unsigned long _Val, wchar_t *_DstBuf, size_t _SizeInWords,
    int _Radix);
NTKERNELAPI int NTAPIV _vsnprintf(char *_Dest, size_t _Count, const char *_Format, va_list _Args);
NTKERNELAPI int NTAPIV _vsnprintf_s(char *_DstBuf, size_t _DstSize, size_t _MaxCount,
    const char *_Format, va_list _ArgList);
NTKERNELAPI int NTAPIV _vsnwprintf(wchar_t *_Dest, size_t _Count, const wchar_t *_Format,
    va_list _Args);
NTKERNELAPI int NTAPIV _vsnwprintf_s(wchar_t *_DstBuf, size_t _DstSize, size_t _MaxCount,
    const wchar_t *_Format, va_list _ArgList);
NTKERNELAPI int NTAPIV _vswprintf(wchar_t *_Dest, const wchar_t *_Format, va_list _Args);
NTKERNELAPI int NTAPIV _wcsicmp(const wchar_t *_Str1, const wchar_t *_Str2);
NTKERNELAPI WCHAR * NTAPIV _wcslwr(wchar_t *_String);
NTKERNELAPI errno_t NTAPIV _wcslwr_s(wchar_t *_Str, size_t _SizeInWords);
NTKERNELAPI int NTAPIV _wcsnicmp(const wchar_t *_Str1, const wchar_t *_Str2, size_t _MaxCount);
NTKERNELAPI WCHAR * NTAPIV _wcsupr(wchar_t *_String);
NTKERNELAPI int NTAPIV _wtoi(const wchar_t *_Str);
NTKERNELAPI int NTAPIV atoi(const char *_Str);
NTKERNELAPI LONG NTAPIV atol(const char *_Str);
NTKERNELAPI void * NTAPIV bsearch(const void *_Key, const void *_Base, size_t _NumOfElements,
    size_t _SizeOfElements, int (NTAPIV *_PtFuncCompare)(const void *, const void *));
NTKERNELAPI void * NTAPIV bsearch_s(const void *_Key, const void *_Base, rsize_t _NumOfElements,
    rsize_t _SizeOfElements, int (NTAPIV *_PtFuncCompare)(void *, const void *, const void *),
    void *_Context);
NTKERNELAPI int NTAPIV isdigit(int _C);
NTKERNELAPI int NTAPIV islower(int _C);
NTKERNELAPI int NTAPIV isprint(int _C);
NTKERNELAPI int NTAPIV isspace(int _C);
NTKERNELAPI int NTAPIV isupper(int _C);
NTKERNELAPI int NTAPIV isxdigit(int _C);
NTKERNELAPI SIZE_T NTAPIV mbstowcs(wchar_t *_Dest, const char *_Source, size_t _MaxCount);
NTKERNELAPI void * NTAPIV memchr(const void *_Buf, int _Val, size_t _MaxCount);
NTKERNELAPI int NTAPIV memcmp(const void *Buf1, const void *Buf2, size_t Count);
NTKERNELAPI void * NTAPIV memcpy(void *Dst, const void *Src, size_t Count);
NTKERNELAPI errno_t NTAPIV memcpy_s(void *_dest, size_t _numberOfElements, const void *_src,
    size_t _count);
NTKERNELAPI void * NTAPIV memmove(void *Dst, const void *Src, size_t Count);
NTKERNELAPI errno_t NTAPIV memmove_s(void *_dest, size_t _numberOfElements, const void *_src,
    size_t _count);
NTKERNELAPI void * NTAPIV memset(void *Dst, int Value, size_t Count);
NTKERNELAPI VOID NTAPIV qsort(void *_Base, size_t _NumOfElements, size_t _SizeOfElements,
    int (NTAPIV *_PtFuncCompare)(const void *, const void *));
NTKERNELAPI VOID NTAPIV qsort_s(void *_Base, size_t _NumOfElements, size_t _SizeOfElements,
    int (NTAPIV *_PtFuncCompare)(void *, const void *, const void *), void *_Context);
NTKERNELAPI int NTAPIV sprintf(char *__stream, const char *__format, ...);
NTKERNELAPI int NTAPIV sprintf_s(char *_DstBuf, size_t _DstSize, const char *_Format, ...);
NTKERNELAPI int NTAPIV sscanf_s(const char *_Src, const char *_Format, ...);
NTKERNELAPI char * NTAPIV strcat(char *_Dest, const char *_Source);
NTKERNELAPI errno_t NTAPIV strcat_s(char *_Dst, rsize_t _SizeInBytes, const char *_Src);
NTKERNELAPI char * NTAPIV strchr(const char *_Str, int _Val);
NTKERNELAPI int NTAPIV strcmp(const char *_Str1, const char *_Str2);
NTKERNELAPI char * NTAPIV strcpy(char *_Dest, const char *_Source);
NTKERNELAPI errno_t NTAPIV strcpy_s(char *_Dst, rsize_t _SizeInBytes, const char *_Src);
NTKERNELAPI SIZE_T NTAPIV strlen(const char *_Str);
NTKERNELAPI char * NTAPIV strncat(char *_Dest, const char *_Source, size_t _Count);
NTKERNELAPI errno_t NTAPIV strncat_s(char *_Dst, size_t _DstSizeInChars, const char *_Src,
    size_t _MaxCount);
NTKERNELAPI int NTAPIV strncmp(const char *_Str1, const char *_Str2, size_t _MaxCount);
NTKERNELAPI char * NTAPIV strncpy(char *_Dest, const char *_Source, size_t _Count);
NTKERNELAPI errno_t NTAPIV strncpy_s(char *_Dst, size_t _DstSizeInChars, const char *_Src,
    size_t _MaxCount);
NTKERNELAPI SIZE_T NTAPIV strnlen(const char *_Str, size_t _MaxCount);
NTKERNELAPI char * NTAPIV strrchr(const char *_Str, int _Ch);
NTKERNELAPI SIZE_T NTAPIV strspn(const char *_Str, const char *_Control);
NTKERNELAPI char * NTAPIV strstr(const char *_Str, const char *_SubStr);
NTKERNELAPI char * NTAPIV strtok_s(char *_Str, const char *_Delim, char **_Context);
NTKERNELAPI int NTAPIV swprintf(wchar_t *Buffer, const wchar_t *Format, ...);
NTKERNELAPI int NTAPIV swprintf_s(wchar_t *_DstBuf, size_t _DstSize, const wchar_t *_Format, ...);
NTKERNELAPI int NTAPIV swscanf_s(const wchar_t *_Src, const wchar_t *_Format, ...);
NTKERNELAPI int NTAPIV tolower(int _C);
NTKERNELAPI int NTAPIV toupper(int _C);
NTKERNELAPI wint_t NTAPIV towlower(wint_t C);
NTKERNELAPI wint_t NTAPIV towupper(wint_t C);
NTKERNELAPI int NTAPIV vsprintf(char *__stream, const char *__format, va_list __local_argv);
NTKERNELAPI int NTAPIV vsprintf_s(char *_DstBuf, size_t _Size, const char *_Format,
    va_list _ArgList);
NTKERNELAPI int NTAPIV vswprintf_s(wchar_t *_DstBuf, size_t _DstSize, const wchar_t *_Format,
    va_list _ArgList);
NTKERNELAPI WCHAR * NTAPIV wcscat(wchar_t *_Dest, const wchar_t *_Source);
NTKERNELAPI errno_t NTAPIV wcscat_s(wchar_t *_Dst, rsize_t _SizeInWords, const wchar_t *_Src);
NTKERNELAPI WCHAR * NTAPIV wcschr(const wchar_t *_Str, wchar_t _Ch);
NTKERNELAPI int NTAPIV wcscmp(const wchar_t *_Str1, const wchar_t *_Str2);
NTKERNELAPI WCHAR * NTAPIV wcscpy(wchar_t *_Dest, const wchar_t *_Source);
NTKERNELAPI errno_t NTAPIV wcscpy_s(wchar_t *_Dst, rsize_t _SizeInWords, const wchar_t *_Src);
NTKERNELAPI SIZE_T NTAPIV wcscspn(const wchar_t *_Str, const wchar_t *_Control);
NTKERNELAPI SIZE_T NTAPIV wcslen(const wchar_t *_Str);
NTKERNELAPI WCHAR * NTAPIV wcsncat(wchar_t *_Dest, const wchar_t *_Source, size_t _Count);
NTKERNELAPI errno_t NTAPIV wcsncat_s(wchar_t *_Dst, size_t _DstSizeInChars, const wchar_t *_Src,
    size_t _MaxCount);
NTKERNELAPI int NTAPIV wcsncmp(const wchar_t *_Str1, const wchar_t *_Str2, size_t _MaxCount);
NTKERNELAPI WCHAR * NTAPIV wcsncpy(wchar_t *_Dest, const wchar_t *_Source, size_t _Count);
NTKERNELAPI errno_t NTAPIV wcsncpy_s(wchar_t *_Dst, size_t _DstSizeInChars, const wchar_t *_Src,
    size_t _MaxCount);
NTKERNELAPI SIZE_T NTAPIV wcsnlen(const wchar_t *_Src, size_t _MaxCount);
NTKERNELAPI WCHAR * NTAPIV wcsrchr(const wchar_t *_Str, wchar_t _Ch);
NTKERNELAPI SIZE_T NTAPIV wcsspn(const wchar_t *_Str, const wchar_t *_Control);
NTKERNELAPI WCHAR * NTAPIV wcsstr(const wchar_t *_Str, const wchar_t *_SubStr);
NTKERNELAPI SIZE_T NTAPIV wcstombs(char *_Dest, const wchar_t *_Source, size_t _MaxCount);
NTKERNELAPI ULONG NTAPIV wcstoul(const wchar_t *_Str, wchar_t **_EndPtr, int _Radix);

#ifdef __cplusplus
}
#endif
