/* Functions of cng.sys.
 * Written by wdk/gen/wdkgen.py from the tables in wdk/abi. Do not edit. */
#pragma once
#ifdef __cplusplus
extern "C" {
#endif

NTKERNELAPI NTSTATUS NTAPI BCryptCloseAlgorithmProvider(BCRYPT_ALG_HANDLE hAlgorithm,
    ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptCreateHash(BCRYPT_ALG_HANDLE hAlgorithm,
    BCRYPT_HASH_HANDLE *phHash, PUCHAR pbHashObject, ULONG cbHashObject, PUCHAR pbSecret,
    ULONG cbSecret, ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptCreateMultiHash(BCRYPT_ALG_HANDLE hAlgorithm,
    BCRYPT_HASH_HANDLE *phHash, ULONG nHashes, PUCHAR pbHashObject, ULONG cbHashObject,
    PUCHAR pbSecret, ULONG cbSecret, ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptDecrypt(BCRYPT_KEY_HANDLE hKey, PUCHAR pbInput, ULONG cbInput,
    VOID *pPaddingInfo, PUCHAR pbIV, ULONG cbIV, PUCHAR pbOutput, ULONG cbOutput, ULONG *pcbResult,
    ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptDeriveKey(BCRYPT_SECRET_HANDLE hSharedSecret, LPCWSTR pwszKDF,
    BCryptBufferDesc *pParameterList, PUCHAR pbDerivedKey, ULONG cbDerivedKey, ULONG *pcbResult,
    ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptDeriveKeyCapi(BCRYPT_HASH_HANDLE hHash,
    BCRYPT_ALG_HANDLE hTargetAlg, PUCHAR pbDerivedKey, ULONG cbDerivedKey, ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptDeriveKeyPBKDF2(BCRYPT_ALG_HANDLE hPrf, PUCHAR pbPassword,
    ULONG cbPassword, PUCHAR pbSalt, ULONG cbSalt, ULONGLONG cIterations, PUCHAR pbDerivedKey,
    ULONG cbDerivedKey, ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptDestroyHash(BCRYPT_HASH_HANDLE hHash);
NTKERNELAPI NTSTATUS NTAPI BCryptDestroyKey(BCRYPT_KEY_HANDLE hKey);
NTKERNELAPI NTSTATUS NTAPI BCryptDestroySecret(BCRYPT_SECRET_HANDLE hSecret);
NTKERNELAPI NTSTATUS NTAPI BCryptDuplicateHash(BCRYPT_HASH_HANDLE hHash,
    BCRYPT_HASH_HANDLE *phNewHash, PUCHAR pbHashObject, ULONG cbHashObject, ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptDuplicateKey(BCRYPT_KEY_HANDLE hKey, BCRYPT_KEY_HANDLE *phNewKey,
    PUCHAR pbKeyObject, ULONG cbKeyObject, ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptEncrypt(BCRYPT_KEY_HANDLE hKey, PUCHAR pbInput, ULONG cbInput,
    VOID *pPaddingInfo, PUCHAR pbIV, ULONG cbIV, PUCHAR pbOutput, ULONG cbOutput, ULONG *pcbResult,
    ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptEnumAlgorithms(ULONG dwAlgOperations, ULONG *pAlgCount,
    BCRYPT_ALGORITHM_IDENTIFIER **ppAlgList, ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptEnumProviders(LPCWSTR pszAlgId, ULONG *pImplCount,
    BCRYPT_PROVIDER_NAME **ppImplList, ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptExportKey(BCRYPT_KEY_HANDLE hKey, BCRYPT_KEY_HANDLE hExportKey,
    LPCWSTR pszBlobType, PUCHAR pbOutput, ULONG cbOutput, ULONG *pcbResult, ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptFinalizeKeyPair(BCRYPT_KEY_HANDLE hKey, ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptFinishHash(BCRYPT_HASH_HANDLE hHash, PUCHAR pbOutput,
    ULONG cbOutput, ULONG dwFlags);
NTKERNELAPI VOID NTAPI BCryptFreeBuffer(PVOID pvBuffer);
NTKERNELAPI NTSTATUS NTAPI BCryptGenRandom(BCRYPT_ALG_HANDLE hAlgorithm, PUCHAR pbBuffer,
    ULONG cbBuffer, ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptGenerateKeyPair(BCRYPT_ALG_HANDLE hAlgorithm,
    BCRYPT_KEY_HANDLE *phKey, ULONG dwLength, ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptGenerateSymmetricKey(BCRYPT_ALG_HANDLE hAlgorithm,
    BCRYPT_KEY_HANDLE *phKey, PUCHAR pbKeyObject, ULONG cbKeyObject, PUCHAR pbSecret,
    ULONG cbSecret, ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptGetFipsAlgorithmMode(BOOLEAN *pfEnabled);
NTKERNELAPI NTSTATUS NTAPI BCryptGetProperty(BCRYPT_HANDLE hObject, LPCWSTR pszProperty,
    PUCHAR pbOutput, ULONG cbOutput, ULONG *pcbResult, ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptHash(BCRYPT_ALG_HANDLE hAlgorithm, PUCHAR pbSecret, ULONG cbSecret,
    PUCHAR pbInput, ULONG cbInput, PUCHAR pbOutput, ULONG cbOutput);
NTKERNELAPI NTSTATUS NTAPI BCryptHashData(BCRYPT_HASH_HANDLE hHash, PUCHAR pbInput, ULONG cbInput,
    ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptImportKey(BCRYPT_ALG_HANDLE hAlgorithm,
    BCRYPT_KEY_HANDLE hImportKey, LPCWSTR pszBlobType, BCRYPT_KEY_HANDLE *phKey, PUCHAR pbKeyObject,
    ULONG cbKeyObject, PUCHAR pbInput, ULONG cbInput, ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptImportKeyPair(BCRYPT_ALG_HANDLE hAlgorithm,
    BCRYPT_KEY_HANDLE hImportKey, LPCWSTR pszBlobType, BCRYPT_KEY_HANDLE *phKey, PUCHAR pbInput,
    ULONG cbInput, ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptKeyDerivation(BCRYPT_KEY_HANDLE hKey,
    BCryptBufferDesc *pParameterList, PUCHAR pbDerivedKey, ULONG cbDerivedKey, ULONG *pcbResult,
    ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptOpenAlgorithmProvider(BCRYPT_ALG_HANDLE *phAlgorithm,
    LPCWSTR pszAlgId, LPCWSTR pszImplementation, ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptProcessMultiOperations(BCRYPT_HANDLE hObject,
    BCRYPT_MULTI_OPERATION_TYPE operationType, PVOID pOperations, ULONG cbOperations,
    ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptRegisterConfigChangeNotify(HANDLE *phEvent);
NTKERNELAPI NTSTATUS NTAPI BCryptResolveProviders(LPCWSTR pszContext, ULONG dwInterface,
    LPCWSTR pszFunction, LPCWSTR pszProvider, ULONG dwMode, ULONG dwFlags, ULONG *pcbBuffer,
    PCRYPT_PROVIDER_REFS *ppBuffer);
NTKERNELAPI NTSTATUS NTAPI BCryptSecretAgreement(BCRYPT_KEY_HANDLE hPrivKey,
    BCRYPT_KEY_HANDLE hPubKey, BCRYPT_SECRET_HANDLE *phAgreedSecret, ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptSetProperty(BCRYPT_HANDLE hObject, LPCWSTR pszProperty,
    PUCHAR pbInput, ULONG cbInput, ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptSignHash(BCRYPT_KEY_HANDLE hKey, VOID *pPaddingInfo,
    PUCHAR pbInput, ULONG cbInput, PUCHAR pbOutput, ULONG cbOutput, ULONG *pcbResult,
    ULONG dwFlags);
NTKERNELAPI NTSTATUS NTAPI BCryptUnregisterConfigChangeNotify(HANDLE hEvent);
NTKERNELAPI NTSTATUS NTAPI BCryptVerifySignature(BCRYPT_KEY_HANDLE hKey, VOID *pPaddingInfo,
    PUCHAR pbHash, ULONG cbHash, PUCHAR pbSignature, ULONG cbSignature, ULONG dwFlags);

#ifdef __cplusplus
}
#endif
