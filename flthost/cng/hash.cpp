// Hashes and HMACs.
#include <flthost/cng/cng_internal.h>

#include <openssl/hmac.h>

#include <cstring>

namespace flthost::cng {

ULONG digest_bytes(const Algorithm& algorithm) {
  return static_cast<ULONG>(EVP_MD_get_size(EVP_get_digestbyname(algorithm.openssl)));
}

// An HMAC is a signature with the secret as its key.
bool start_hash(Hash& hash) {
  hash.context.reset(EVP_MD_CTX_new());
  const EVP_MD* const digest = EVP_get_digestbyname(hash.algorithm->openssl);
  if (!hash.hmac) return EVP_DigestInit_ex(hash.context.get(), digest, nullptr) == 1;
  const KeyPair key(
      EVP_PKEY_new_raw_private_key(EVP_PKEY_HMAC, nullptr, hash.secret.data(), hash.secret.size()));
  return key && EVP_DigestSignInit(hash.context.get(), nullptr, digest, nullptr, key.get()) == 1;
}

namespace {

NTSTATUS create_hash(BCRYPT_ALG_HANDLE algorithm, const void* secret, ULONG secret_bytes,
                     ULONG flags, std::unique_ptr<Hash>* out) {
  AlgorithmRef ref;
  if (!algorithm_of(algorithm, &ref)) return STATUS_INVALID_HANDLE;
  if (ref.algorithm->kind != Kind::Hash) return STATUS_NOT_SUPPORTED;
  if ((flags & ~ULONG{BCRYPT_HASH_REUSABLE_FLAG}) != 0) return STATUS_INVALID_PARAMETER;
  if (secret != nullptr && !ref.hmac) return STATUS_INVALID_PARAMETER;
  if (secret == nullptr && secret_bytes != 0) return STATUS_INVALID_PARAMETER;
  require_readable(secret, secret_bytes);
  auto hash = std::make_unique<Hash>();
  hash->algorithm = ref.algorithm;
  hash->dispatch = ref.dispatch;
  hash->hmac = ref.hmac;
  hash->reusable = (flags & BCRYPT_HASH_REUSABLE_FLAG) != 0;
  const auto* const bytes = static_cast<const uint8_t*>(secret);
  hash->secret.assign(bytes, bytes + secret_bytes);
  if (!start_hash(*hash)) return STATUS_NO_MEMORY;
  *out = std::move(hash);
  return STATUS_SUCCESS;
}

bool update(Hash& hash, const void* data, ULONG bytes) {
  return (hash.hmac ? EVP_DigestSignUpdate(hash.context.get(), data, bytes)
                    : EVP_DigestUpdate(hash.context.get(), data, bytes)) == 1;
}

bool finish(Hash& hash, uint8_t* digest) {
  size_t length = EVP_MAX_MD_SIZE;
  unsigned plain = 0;
  return (hash.hmac ? EVP_DigestSignFinal(hash.context.get(), digest, &length)
                    : EVP_DigestFinal_ex(hash.context.get(), digest, &plain)) == 1;
}

NTSTATUS give_digest(Hash& hash, PUCHAR output, ULONG bytes) {
  const ULONG length = digest_bytes(*hash.algorithm);
  if (output == nullptr || bytes != length) return STATUS_INVALID_PARAMETER;
  require_writable(output, bytes);
  uint8_t digest[EVP_MAX_MD_SIZE];
  if (!finish(hash, digest)) return STATUS_UNSUCCESSFUL;
  std::memcpy(output, digest, length);
  return STATUS_SUCCESS;
}

Hash* live_hash(BCRYPT_HASH_HANDLE handle) {
  auto* const hash = static_cast<Hash*>(find(handle, Object::Type::Hash));
  return hash != nullptr && !hash->finished ? hash : nullptr;
}

constexpr ULONG kObjectLength = 512;

}  // namespace
}  // namespace flthost::cng

using namespace flthost;
using namespace flthost::cng;

NTSTATUS NTAPI BCryptCreateHash(BCRYPT_ALG_HANDLE hAlgorithm, BCRYPT_HASH_HANDLE* phHash,
                                PUCHAR pbHashObject, ULONG cbHashObject, PUCHAR pbSecret,
                                ULONG cbSecret, ULONG dwFlags) {
  std::unique_ptr<Hash> hash;
  const NTSTATUS status = create_hash(hAlgorithm, pbSecret, cbSecret, dwFlags, &hash);
  if (!NT_SUCCESS(status)) return status;
  if (phHash == nullptr) return STATUS_INVALID_PARAMETER;
  if (pbHashObject == nullptr && cbHashObject != 0) return STATUS_INVALID_PARAMETER;
  if (pbHashObject != nullptr && cbHashObject < kObjectLength) return STATUS_BUFFER_TOO_SMALL;
  require_writable(pbHashObject, cbHashObject);
  require_writable(phHash, sizeof *phHash);
  *phHash = add(std::move(hash));
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI BCryptHashData(BCRYPT_HASH_HANDLE hHash, PUCHAR pbInput, ULONG cbInput,
                              ULONG dwFlags) {
  Hash* const hash = live_hash(hHash);
  if (hash == nullptr) return STATUS_INVALID_HANDLE;
  if (dwFlags != 0 || (pbInput == nullptr && cbInput != 0)) return STATUS_INVALID_PARAMETER;
  require_readable(pbInput, cbInput);
  return update(*hash, pbInput, cbInput) ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI BCryptFinishHash(BCRYPT_HASH_HANDLE hHash, PUCHAR pbOutput, ULONG cbOutput,
                                ULONG dwFlags) {
  Hash* const hash = live_hash(hHash);
  if (hash == nullptr) return STATUS_INVALID_HANDLE;
  if (dwFlags != 0) return STATUS_INVALID_PARAMETER;
  const NTSTATUS status = give_digest(*hash, pbOutput, cbOutput);
  if (!NT_SUCCESS(status)) return status;
  hash->finished = !hash->reusable;
  return hash->finished || start_hash(*hash) ? STATUS_SUCCESS : STATUS_NO_MEMORY;
}

NTSTATUS NTAPI BCryptDestroyHash(BCRYPT_HASH_HANDLE hHash) {
  return remove(hHash, Object::Type::Hash) ? STATUS_SUCCESS : STATUS_INVALID_HANDLE;
}

NTSTATUS NTAPI BCryptDuplicateHash(BCRYPT_HASH_HANDLE hHash, BCRYPT_HASH_HANDLE* phNewHash,
                                   PUCHAR pbHashObject, ULONG cbHashObject, ULONG dwFlags) {
  const Hash* const from = live_hash(hHash);
  if (from == nullptr) return STATUS_INVALID_HANDLE;
  if (phNewHash == nullptr || dwFlags != 0) return STATUS_INVALID_PARAMETER;
  if (pbHashObject != nullptr && cbHashObject < kObjectLength) return STATUS_BUFFER_TOO_SMALL;
  auto copy = std::make_unique<Hash>();
  copy->algorithm = from->algorithm;
  copy->dispatch = from->dispatch;
  copy->hmac = from->hmac;
  copy->reusable = from->reusable;
  copy->secret = from->secret;
  copy->context.reset(EVP_MD_CTX_new());
  if (EVP_MD_CTX_copy_ex(copy->context.get(), from->context.get()) != 1) return STATUS_NO_MEMORY;
  require_writable(phNewHash, sizeof *phNewHash);
  *phNewHash = add(std::move(copy));
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI BCryptHash(BCRYPT_ALG_HANDLE hAlgorithm, PUCHAR pbSecret, ULONG cbSecret,
                          PUCHAR pbInput, ULONG cbInput, PUCHAR pbOutput, ULONG cbOutput) {
  std::unique_ptr<Hash> hash;
  const NTSTATUS status = create_hash(hAlgorithm, pbSecret, cbSecret, 0, &hash);
  if (!NT_SUCCESS(status)) return status;
  if (pbInput == nullptr && cbInput != 0) return STATUS_INVALID_PARAMETER;
  require_readable(pbInput, cbInput);
  if (!update(*hash, pbInput, cbInput)) return STATUS_UNSUCCESSFUL;
  return give_digest(*hash, pbOutput, cbOutput);
}

NTSTATUS NTAPI BCryptDeriveKeyPBKDF2(BCRYPT_ALG_HANDLE hPrf, PUCHAR pbPassword, ULONG cbPassword,
                                     PUCHAR pbSalt, ULONG cbSalt, ULONGLONG cIterations,
                                     PUCHAR pbDerivedKey, ULONG cbDerivedKey, ULONG dwFlags) {
  AlgorithmRef ref;
  if (!algorithm_of(hPrf, &ref) || !ref.hmac) return STATUS_INVALID_HANDLE;
  if (dwFlags != 0 || cIterations == 0 || cIterations > INT32_MAX || pbDerivedKey == nullptr ||
      cbDerivedKey == 0) {
    return STATUS_INVALID_PARAMETER;
  }
  require_readable(pbPassword, cbPassword);
  require_readable(pbSalt, cbSalt);
  require_writable(pbDerivedKey, cbDerivedKey);
  return PKCS5_PBKDF2_HMAC(reinterpret_cast<const char*>(pbPassword), static_cast<int>(cbPassword),
                           pbSalt, static_cast<int>(cbSalt), static_cast<int>(cIterations),
                           EVP_get_digestbyname(ref.algorithm->openssl),
                           static_cast<int>(cbDerivedKey), pbDerivedKey) == 1
             ? STATUS_SUCCESS
             : STATUS_UNSUCCESSFUL;
}

namespace flthost::cng {

void add_hash_rows(Rows& rows) {
  rows.insert(rows.end(), {FLTHOST_EXPORT(BCryptCreateHash), FLTHOST_EXPORT(BCryptHashData),
                           FLTHOST_EXPORT(BCryptFinishHash), FLTHOST_EXPORT(BCryptDestroyHash),
                           FLTHOST_EXPORT(BCryptDuplicateHash), FLTHOST_EXPORT(BCryptHash),
                           FLTHOST_EXPORT(BCryptDeriveKeyPBKDF2)});
}

}  // namespace flthost::cng
