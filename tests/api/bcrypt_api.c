/* Hashes, HMACs, random numbers, ciphers and signatures of cng.sys. */
#include <bcrypt.h>

#include "api.h"
#include "bcrypt_vectors.h"

static const UCHAR sha256_abc[32] = {
    0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea, 0x41, 0x41, 0x40, 0xde, 0x5d, 0xae, 0x22, 0x23,
    0xb0, 0x03, 0x61, 0xa3, 0x96, 0x17, 0x7a, 0x9c, 0xb4, 0x10, 0xff, 0x61, 0xf2, 0x00, 0x15, 0xad};

static void hashes(void) {
  BCRYPT_ALG_HANDLE algorithm = NULL;
  BCRYPT_HASH_HANDLE hash = NULL, copy = NULL;
  UCHAR out[32], object[8];
  API_STATUS(BCryptOpenAlgorithmProvider(&algorithm, BCRYPT_SHA256_ALGORITHM, NULL, 0),
             STATUS_SUCCESS);
  API_STATUS(BCryptCreateHash(algorithm, &hash, NULL, 0, NULL, 0, 0), STATUS_SUCCESS);
  API_STATUS(BCryptHashData(hash, (PUCHAR) "a", 1, 0), STATUS_SUCCESS);
  API_STATUS(BCryptDuplicateHash(hash, &copy, NULL, 0, 0), STATUS_SUCCESS);
  API_STATUS(BCryptHashData(hash, (PUCHAR) "bc", 2, 0), STATUS_SUCCESS);
  API_STATUS(BCryptHashData(hash, NULL, 2, 0), STATUS_INVALID_PARAMETER);
  API_STATUS(BCryptFinishHash(hash, out, 31, 0), STATUS_INVALID_PARAMETER);
  API_STATUS(BCryptFinishHash(hash, out, 32, 0), STATUS_SUCCESS);
  API_CHECK(RtlEqualMemory(out, sha256_abc, 32));
  API_STATUS(BCryptHashData(hash, (PUCHAR) "a", 1, 0), STATUS_INVALID_HANDLE);
  API_STATUS(BCryptFinishHash(hash, out, 32, 0), STATUS_INVALID_HANDLE);
  API_STATUS(BCryptDestroyHash(hash), STATUS_SUCCESS);
  API_STATUS(BCryptDestroyHash(hash), STATUS_INVALID_HANDLE);
  API_STATUS(BCryptHashData(copy, (PUCHAR) "bc", 2, 0), STATUS_SUCCESS);
  API_STATUS(BCryptFinishHash(copy, out, 32, 0), STATUS_SUCCESS);
  API_CHECK(RtlEqualMemory(out, sha256_abc, 32));
  API_STATUS(BCryptDestroyHash(copy), STATUS_SUCCESS);
  API_STATUS(BCryptCreateHash(algorithm, &hash, object, sizeof(object), NULL, 0, 0),
             STATUS_BUFFER_TOO_SMALL);
  API_STATUS(BCryptCreateHash(algorithm, &hash, NULL, 0, (PUCHAR) "key", 3, 0),
             STATUS_INVALID_PARAMETER);
  API_STATUS(BCryptCreateHash((BCRYPT_ALG_HANDLE)0x12340, &hash, NULL, 0, NULL, 0, 0),
             STATUS_INVALID_HANDLE);
  API_STATUS(BCryptCreateHash(BCRYPT_RSA_ALG_HANDLE, &hash, NULL, 0, NULL, 0, 0),
             STATUS_NOT_SUPPORTED);
  API_STATUS(BCryptCloseAlgorithmProvider(algorithm, 0), STATUS_SUCCESS);
  API_STATUS(BCryptOpenAlgorithmProvider(&algorithm, L"NOTHING", NULL, 0), STATUS_NOT_FOUND);
}

/* RFC 4231, test case 2. */
static void hmacs(void) {
  static const UCHAR wanted[4] = {0x5b, 0xdc, 0xc1, 0x46};
  BCRYPT_ALG_HANDLE algorithm = NULL;
  BCRYPT_HASH_HANDLE hash = NULL;
  UCHAR out[32];
  API_STATUS(BCryptOpenAlgorithmProvider(&algorithm, BCRYPT_SHA256_ALGORITHM, NULL,
                                         BCRYPT_ALG_HANDLE_HMAC_FLAG),
             STATUS_SUCCESS);
  API_STATUS(
      BCryptCreateHash(algorithm, &hash, NULL, 0, (PUCHAR) "Jefe", 4, BCRYPT_HASH_REUSABLE_FLAG),
      STATUS_SUCCESS);
  for (int i = 0; i < 2; ++i) {
    API_STATUS(BCryptHashData(hash, (PUCHAR) "what do ya want for nothing?", 28, 0),
               STATUS_SUCCESS);
    API_STATUS(BCryptFinishHash(hash, out, 32, 0), STATUS_SUCCESS);
    API_CHECK(RtlEqualMemory(out, wanted, sizeof(wanted)));
  }
  BCryptDestroyHash(hash);
  BCryptCloseAlgorithmProvider(algorithm, 0);
  API_STATUS(BCryptHash(BCRYPT_SHA256_ALG_HANDLE, NULL, 0, (PUCHAR) "abc", 3, out, 32),
             STATUS_SUCCESS);
  API_CHECK(RtlEqualMemory(out, sha256_abc, 32));
}

static void random(void) {
  UCHAR a[32] = {0}, b[32] = {0};
  API_STATUS(BCryptGenRandom(NULL, a, sizeof(a), BCRYPT_USE_SYSTEM_PREFERRED_RNG), STATUS_SUCCESS);
  API_STATUS(BCryptGenRandom(BCRYPT_RNG_ALG_HANDLE, b, sizeof(b), 0), STATUS_SUCCESS);
  API_CHECK(!RtlEqualMemory(a, b, sizeof(a)));
  API_STATUS(BCryptGenRandom(NULL, a, sizeof(a), 0), STATUS_INVALID_HANDLE);
  API_STATUS(BCryptGenRandom(BCRYPT_RNG_ALG_HANDLE, NULL, 4, 0), STATUS_INVALID_PARAMETER);
}

static void at_dispatch_level(void) {
  BCRYPT_ALG_HANDLE algorithm = NULL;
  BCRYPT_HASH_HANDLE hash = NULL;
  UCHAR out[32];
  KIRQL irql;
  API_STATUS(
      BCryptOpenAlgorithmProvider(&algorithm, BCRYPT_SHA256_ALGORITHM, NULL, BCRYPT_PROV_DISPATCH),
      STATUS_SUCCESS);
  KeRaiseIrql(DISPATCH_LEVEL, &irql);
  API_STATUS(BCryptCreateHash(algorithm, &hash, NULL, 0, NULL, 0, 0), STATUS_SUCCESS);
  API_STATUS(BCryptHashData(hash, (PUCHAR) "abc", 3, 0), STATUS_SUCCESS);
  API_STATUS(BCryptFinishHash(hash, out, 32, 0), STATUS_SUCCESS);
  API_STATUS(BCryptDestroyHash(hash), STATUS_SUCCESS);
  KeLowerIrql(irql);
  API_CHECK(RtlEqualMemory(out, sha256_abc, 32));
  BCryptCloseAlgorithmProvider(algorithm, 0);
}

static void rsa(void) {
  BCRYPT_KEY_HANDLE key = NULL, private_key = NULL;
  BCRYPT_PKCS1_PADDING_INFO pkcs1 = {BCRYPT_SHA256_ALGORITHM};
  BCRYPT_PSS_PADDING_INFO pss = {BCRYPT_SHA256_ALGORITHM, 32};
  UCHAR signature[128], wrong[32];
  ULONG length = 0;
  API_STATUS(BCryptImportKeyPair(BCRYPT_RSA_ALG_HANDLE, NULL, BCRYPT_RSAPUBLIC_BLOB, &key,
                                 (PUCHAR)rsa_public, sizeof(rsa_public), 0),
             STATUS_SUCCESS);
  API_STATUS(BCryptVerifySignature(key, &pkcs1, (PUCHAR)digest, sizeof(digest),
                                   (PUCHAR)rsa_signature, sizeof(rsa_signature), BCRYPT_PAD_PKCS1),
             STATUS_SUCCESS);
  API_STATUS(BCryptVerifySignature(key, &pss, (PUCHAR)digest, sizeof(digest), (PUCHAR)pss_signature,
                                   sizeof(pss_signature), BCRYPT_PAD_PSS),
             STATUS_SUCCESS);
  RtlCopyMemory(wrong, digest, 32);
  wrong[0] ^= 1;
  API_STATUS(BCryptVerifySignature(key, &pkcs1, wrong, sizeof(wrong), (PUCHAR)rsa_signature,
                                   sizeof(rsa_signature), BCRYPT_PAD_PKCS1),
             STATUS_INVALID_SIGNATURE);
  API_STATUS(BCryptImportKeyPair(BCRYPT_RSA_ALG_HANDLE, NULL, BCRYPT_RSAPRIVATE_BLOB, &private_key,
                                 (PUCHAR)rsa_private, sizeof(rsa_private), 0),
             STATUS_SUCCESS);
  API_STATUS(BCryptSignHash(private_key, &pkcs1, (PUCHAR)digest, sizeof(digest), signature,
                            sizeof(signature), &length, BCRYPT_PAD_PKCS1),
             STATUS_SUCCESS);
  API_CHECK(length == sizeof(rsa_signature) && RtlEqualMemory(signature, rsa_signature, length));
  API_STATUS(BCryptDestroyKey(private_key), STATUS_SUCCESS);
  API_STATUS(BCryptDestroyKey(key), STATUS_SUCCESS);
  API_STATUS(BCryptDestroyKey(key), STATUS_INVALID_HANDLE);
  API_STATUS(BCryptVerifySignature(key, &pkcs1, wrong, 32, wrong, 32, BCRYPT_PAD_PKCS1),
             STATUS_INVALID_HANDLE);
}

static void import_refusals(void) {
  BCRYPT_KEY_HANDLE key = NULL;
  API_STATUS(BCryptImportKeyPair(BCRYPT_RSA_ALG_HANDLE, NULL, BCRYPT_RSAPUBLIC_BLOB, &key,
                                 (PUCHAR)rsa_public, 40, 0),
             STATUS_INVALID_PARAMETER);
  API_STATUS(BCryptImportKeyPair(BCRYPT_RSA_ALG_HANDLE, NULL, L"SOMEBLOB", &key, (PUCHAR)rsa_public,
                                 sizeof(rsa_public), 0),
             STATUS_NOT_SUPPORTED);
  API_STATUS(BCryptImportKeyPair(BCRYPT_SHA256_ALG_HANDLE, NULL, BCRYPT_RSAPUBLIC_BLOB, &key,
                                 (PUCHAR)rsa_public, sizeof(rsa_public), 0),
             STATUS_NOT_SUPPORTED);
  API_STATUS(BCryptImportKeyPair(NULL, NULL, BCRYPT_RSAPUBLIC_BLOB, &key, (PUCHAR)rsa_public,
                                 sizeof(rsa_public), 0),
             STATUS_INVALID_HANDLE);
}

static void ecdsa(void) {
  BCRYPT_KEY_HANDLE key = NULL;
  UCHAR wrong[64];
  API_STATUS(BCryptImportKeyPair(BCRYPT_ECDSA_P256_ALG_HANDLE, NULL, BCRYPT_ECCPUBLIC_BLOB, &key,
                                 (PUCHAR)ecc_public, sizeof(ecc_public), 0),
             STATUS_SUCCESS);
  API_STATUS(BCryptVerifySignature(key, NULL, (PUCHAR)digest, sizeof(digest), (PUCHAR)ecc_signature,
                                   sizeof(ecc_signature), 0),
             STATUS_SUCCESS);
  RtlCopyMemory(wrong, ecc_signature, sizeof(wrong));
  wrong[40] ^= 4;
  API_STATUS(
      BCryptVerifySignature(key, NULL, (PUCHAR)digest, sizeof(digest), wrong, sizeof(wrong), 0),
      STATUS_INVALID_SIGNATURE);
  BCryptDestroyKey(key);
}

/* FIPS-197, appendix C.1, and a CBC chain over two calls. */
static void aes(void) {
  static const UCHAR wanted[16] = {0x69, 0xc4, 0xe0, 0xd8, 0x6a, 0x7b, 0x04, 0x30,
                                   0xd8, 0xcd, 0xb7, 0x80, 0x70, 0xb4, 0xc5, 0x5a};
  BCRYPT_KEY_HANDLE key = NULL;
  UCHAR secret[16], text[16], out[32], back[32], iv[16] = {1}, again[16] = {1};
  ULONG length = 0;
  for (UCHAR i = 0; i < 16; ++i) secret[i] = i, text[i] = (UCHAR)(i * 0x11);
  API_STATUS(BCryptGenerateSymmetricKey(BCRYPT_AES_ECB_ALG_HANDLE, &key, NULL, 0, secret, 16, 0),
             STATUS_SUCCESS);
  API_STATUS(BCryptEncrypt(key, text, 16, NULL, NULL, 0, out, sizeof(out), &length, 0),
             STATUS_SUCCESS);
  API_CHECK(length == 16 && RtlEqualMemory(out, wanted, 16));
  API_STATUS(BCryptEncrypt(key, text, 15, NULL, NULL, 0, out, sizeof(out), &length, 0),
             STATUS_INVALID_BUFFER_SIZE);
  API_STATUS(BCryptHashData(key, text, 1, 0), STATUS_INVALID_HANDLE);
  API_STATUS(BCryptVerifySignature(key, NULL, text, 16, text, 16, 0), STATUS_NOT_SUPPORTED);
  BCryptDestroyKey(key);
  API_STATUS(BCryptGenerateSymmetricKey(BCRYPT_AES_CBC_ALG_HANDLE, &key, NULL, 0, secret, 16, 0),
             STATUS_SUCCESS);
  API_STATUS(
      BCryptEncrypt(key, text, 5, NULL, iv, 16, out, sizeof(out), &length, BCRYPT_BLOCK_PADDING),
      STATUS_SUCCESS);
  API_EQUAL(length, 16);
  API_STATUS(BCryptDecrypt(key, out, 16, NULL, again, 16, back, sizeof(back), &length,
                           BCRYPT_BLOCK_PADDING),
             STATUS_SUCCESS);
  API_CHECK(length == 5 && RtlEqualMemory(back, text, 5));
  BCryptDestroyKey(key);
}

static void properties(void) {
  ULONG value = 0, length = 0;
  API_STATUS(BCryptGetProperty(BCRYPT_SHA256_ALG_HANDLE, BCRYPT_HASH_LENGTH, (PUCHAR)&value,
                               sizeof(value), &length, 0),
             STATUS_SUCCESS);
  API_EQUAL(value, 32);
  API_STATUS(BCryptGetProperty(BCRYPT_SHA256_ALG_HANDLE, BCRYPT_OBJECT_LENGTH, (PUCHAR)&value,
                               sizeof(value), &length, 0),
             STATUS_SUCCESS);
  API_CHECK(value != 0);
  API_STATUS(BCryptGetProperty(BCRYPT_SHA256_ALG_HANDLE, L"Nothing", (PUCHAR)&value, sizeof(value),
                               &length, 0),
             STATUS_NOT_SUPPORTED);
  API_STATUS(BCryptGetProperty(BCRYPT_SHA256_ALG_HANDLE, BCRYPT_HASH_LENGTH, (PUCHAR)&value, 1,
                               &length, 0),
             STATUS_BUFFER_TOO_SMALL);
}

const API_TEST ApiTests[] = {
    {"BCryptHash_IsTheStandards_AndEndsOnce", hashes},
    {"BCryptHmac_IsTheStandards_AndCanBeReused", hmacs},
    {"BCryptGenRandom_NeedsAnRngOrTheSystems", random},
    {"BCryptHash_RunsAtDispatchLevel_WhenOpenedSo", at_dispatch_level},
    {"BCryptRsa_VerifiesAndSigns", rsa},
    {"BCryptImportKeyPair_RefusesOtherBlobs", import_refusals},
    {"BCryptEcdsa_Verifies", ecdsa},
    {"BCryptAes_EncryptsAndDecrypts", aes},
    {"BCryptGetProperty_TellsLengths", properties},
    {NULL, NULL},
};
