// AES in the modes ECB, CBC, CFB (8 bit) and GCM.
#include <flthost/cng/cng_internal.h>

#include <cstring>

namespace flthost::cng {
namespace {

constexpr ULONG kBlock = 16;
constexpr ULONG kObjectLength = 512;

struct CipherFree {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, CipherFree>;

const EVP_CIPHER* cipher_of(const Key& key) {
  static constexpr const char* kNames[] = {"ECB", "CBC", "CFB8", "GCM"};
  const std::string name =
      "AES-" + std::to_string(key.secret.size() * 8) + "-" + kNames[static_cast<size_t>(key.mode)];
  return EVP_get_cipherbyname(name.c_str());
}

NTSTATUS add_key(const AlgorithmRef& ref, const uint8_t* secret, ULONG bytes,
                 BCRYPT_KEY_HANDLE* handle) {
  if (ref.algorithm->kind != Kind::Cipher) return STATUS_NOT_SUPPORTED;
  if (bytes != 16 && bytes != 24 && bytes != 32) return STATUS_INVALID_PARAMETER;
  auto key = std::make_unique<Key>();
  key->algorithm = ref.algorithm;
  key->dispatch = ref.dispatch;
  key->mode = ref.mode;
  key->secret.assign(secret, secret + bytes);
  require_writable(handle, sizeof *handle);
  *handle = add(std::move(key));
  return STATUS_SUCCESS;
}

struct Job {
  const Key* key;
  const uint8_t* input;
  ULONG input_bytes;
  uint8_t* iv;  // null: zeros
  uint8_t* output;
  bool padding;
  bool encrypt;
};

// The buffer may be encrypted in place: libcrypto allows it. *written is the length of the result.
NTSTATUS run_plain(const Job& job, ULONG* written) {
  uint8_t zeros[kBlock] = {};
  const CipherContext context(EVP_CIPHER_CTX_new());
  std::vector<uint8_t> out(job.input_bytes + kBlock);
  int first = 0, last = 0;
  if (EVP_CipherInit_ex(context.get(), cipher_of(*job.key), nullptr, job.key->secret.data(),
                        job.iv != nullptr ? job.iv : zeros, job.encrypt) != 1) {
    return STATUS_UNSUCCESSFUL;
  }
  EVP_CIPHER_CTX_set_padding(context.get(), job.padding);
  if (EVP_CipherUpdate(context.get(), out.data(), &first, job.input,
                       static_cast<int>(job.input_bytes)) != 1 ||
      EVP_CipherFinal_ex(context.get(), out.data() + first, &last) != 1) {
    return job.encrypt ? STATUS_INVALID_BUFFER_SIZE : STATUS_UNSUCCESSFUL;  // bad padding
  }
  *written = static_cast<ULONG>(first + last);
  // The next call goes on where this one ended.
  const uint8_t* const chain = job.encrypt ? out.data() : job.input;
  const ULONG chained = job.encrypt ? *written : job.input_bytes;
  if (job.iv != nullptr && chained >= kBlock) std::memcpy(job.iv, chain + chained - kBlock, kBlock);
  std::memcpy(job.output, out.data(), *written);
  return STATUS_SUCCESS;
}

NTSTATUS run_gcm(const Job& job, const void* padding_info, ULONG* written) {
  if (padding_info == nullptr) return STATUS_INVALID_PARAMETER;
  require_readable(padding_info, sizeof(BCRYPT_AUTHENTICATED_CIPHER_MODE_INFO));
  const auto info = *static_cast<const BCRYPT_AUTHENTICATED_CIPHER_MODE_INFO*>(padding_info);
  if (info.cbSize != sizeof info || info.dwInfoVersion != 1 || info.pbNonce == nullptr ||
      info.pbTag == nullptr || info.cbTag < 12 || info.cbTag > 16) {
    return STATUS_INVALID_PARAMETER;
  }
  if (info.dwFlags != 0) return STATUS_NOT_SUPPORTED;  // chained calls
  require_readable(info.pbNonce, info.cbNonce);
  require_readable(info.pbAuthData, info.cbAuthData);
  require_writable(info.pbTag, info.cbTag);
  const CipherContext context(EVP_CIPHER_CTX_new());
  EVP_CIPHER_CTX* const raw = context.get();
  std::vector<uint8_t> out(job.input_bytes + kBlock);
  int length = 0, last = 0;
  bool good =
      EVP_CipherInit_ex(raw, cipher_of(*job.key), nullptr, nullptr, nullptr, job.encrypt) == 1 &&
      EVP_CIPHER_CTX_ctrl(raw, EVP_CTRL_AEAD_SET_IVLEN, static_cast<int>(info.cbNonce), nullptr) ==
          1 &&
      EVP_CipherInit_ex(raw, nullptr, nullptr, job.key->secret.data(), info.pbNonce, job.encrypt) ==
          1;
  if (good && info.cbAuthData != 0) {
    good = EVP_CipherUpdate(raw, nullptr, &length, info.pbAuthData,
                            static_cast<int>(info.cbAuthData)) == 1;
  }
  length = 0;
  if (good && job.input_bytes != 0) {
    good = EVP_CipherUpdate(raw, out.data(), &length, job.input,
                            static_cast<int>(job.input_bytes)) == 1;
  }
  if (!good) return STATUS_UNSUCCESSFUL;
  if (!job.encrypt) {
    EVP_CIPHER_CTX_ctrl(raw, EVP_CTRL_AEAD_SET_TAG, static_cast<int>(info.cbTag), info.pbTag);
    constexpr NTSTATUS kTagMismatch =
        static_cast<NTSTATUS>(0xc000a002);  // STATUS_AUTH_TAG_MISMATCH
    if (EVP_CipherFinal_ex(raw, out.data() + length, &last) != 1) return kTagMismatch;
  } else {
    EVP_CipherFinal_ex(raw, out.data() + length, &last);
    EVP_CIPHER_CTX_ctrl(raw, EVP_CTRL_AEAD_GET_TAG, static_cast<int>(info.cbTag), info.pbTag);
  }
  *written = job.input_bytes;
  if (job.input_bytes != 0) std::memcpy(job.output, out.data(), job.input_bytes);
  return STATUS_SUCCESS;
}

NTSTATUS run(bool encrypt, BCRYPT_KEY_HANDLE handle, PUCHAR input, ULONG input_bytes,
             void* padding_info, PUCHAR iv, ULONG iv_bytes, PUCHAR output, ULONG output_bytes,
             ULONG* result, ULONG flags) {
  const auto* const key = static_cast<Key*>(find(handle, Object::Type::Key));
  if (key == nullptr) return STATUS_INVALID_HANDLE;
  if (key->pair) return STATUS_NOT_SUPPORTED;
  if (result == nullptr || (flags & ~ULONG{BCRYPT_BLOCK_PADDING}) != 0) {
    return STATUS_INVALID_PARAMETER;
  }
  const bool blocks = key->mode == Mode::Ecb || key->mode == Mode::Cbc;
  const bool padding = (flags & BCRYPT_BLOCK_PADDING) != 0;
  if (padding && !blocks) return STATUS_INVALID_PARAMETER;
  if (blocks && input_bytes % kBlock != 0 && !(padding && encrypt)) {
    return STATUS_INVALID_BUFFER_SIZE;
  }
  if (iv != nullptr && iv_bytes != kBlock && key->mode != Mode::Gcm)
    return STATUS_INVALID_PARAMETER;
  const ULONG needed = padding && encrypt ? (input_bytes / kBlock + 1) * kBlock : input_bytes;
  give(result, needed);
  if (output == nullptr) return STATUS_SUCCESS;
  if (output_bytes < needed) return STATUS_BUFFER_TOO_SMALL;
  require_readable(input, input_bytes);
  require_writable(output, needed);
  if (iv != nullptr) require_writable(iv, iv_bytes);
  const Job job{key, input, input_bytes, iv, output, padding, encrypt};
  ULONG written = 0;
  const NTSTATUS status =
      key->mode == Mode::Gcm ? run_gcm(job, padding_info, &written) : run_plain(job, &written);
  if (NT_SUCCESS(status)) *result = written;
  return status;
}

}  // namespace
}  // namespace flthost::cng

using namespace flthost;
using namespace flthost::cng;

NTSTATUS NTAPI BCryptGenerateSymmetricKey(BCRYPT_ALG_HANDLE hAlgorithm, BCRYPT_KEY_HANDLE* phKey,
                                          PUCHAR pbKeyObject, ULONG cbKeyObject, PUCHAR pbSecret,
                                          ULONG cbSecret, ULONG dwFlags) {
  AlgorithmRef ref;
  if (!algorithm_of(hAlgorithm, &ref)) return STATUS_INVALID_HANDLE;
  if (phKey == nullptr || pbSecret == nullptr || dwFlags != 0) return STATUS_INVALID_PARAMETER;
  if (pbKeyObject != nullptr && cbKeyObject < kObjectLength) return STATUS_BUFFER_TOO_SMALL;
  require_readable(pbSecret, cbSecret);
  return add_key(ref, pbSecret, cbSecret, phKey);
}

NTSTATUS NTAPI BCryptImportKey(BCRYPT_ALG_HANDLE hAlgorithm, BCRYPT_KEY_HANDLE hImportKey,
                               LPCWSTR pszBlobType, BCRYPT_KEY_HANDLE* phKey, PUCHAR pbKeyObject,
                               ULONG cbKeyObject, PUCHAR pbInput, ULONG cbInput, ULONG dwFlags) {
  AlgorithmRef ref;
  if (!algorithm_of(hAlgorithm, &ref)) return STATUS_INVALID_HANDLE;
  if (phKey == nullptr || pbInput == nullptr || pszBlobType == nullptr || dwFlags != 0) {
    return STATUS_INVALID_PARAMETER;
  }
  if (hImportKey != nullptr || text_of(pszBlobType) != u"KeyDataBlob") return STATUS_NOT_SUPPORTED;
  if (pbKeyObject != nullptr && cbKeyObject < kObjectLength) return STATUS_BUFFER_TOO_SMALL;
  BCRYPT_KEY_DATA_BLOB_HEADER header;
  if (cbInput < sizeof header) return STATUS_INVALID_PARAMETER;
  require_readable(pbInput, cbInput);
  std::memcpy(&header, pbInput, sizeof header);
  if (header.dwMagic != BCRYPT_KEY_DATA_BLOB_MAGIC || header.dwVersion != 1 ||
      header.cbKeyData > cbInput - sizeof header) {
    return STATUS_INVALID_PARAMETER;
  }
  return add_key(ref, pbInput + sizeof header, header.cbKeyData, phKey);
}

NTSTATUS NTAPI BCryptDuplicateKey(BCRYPT_KEY_HANDLE hKey, BCRYPT_KEY_HANDLE* phNewKey,
                                  PUCHAR pbKeyObject, ULONG cbKeyObject, ULONG dwFlags) {
  const auto* const key = static_cast<Key*>(find(hKey, Object::Type::Key));
  if (key == nullptr) return STATUS_INVALID_HANDLE;
  if (phNewKey == nullptr || dwFlags != 0) return STATUS_INVALID_PARAMETER;
  if (key->pair) return STATUS_NOT_SUPPORTED;  // for symmetric keys only
  if (pbKeyObject != nullptr && cbKeyObject < kObjectLength) return STATUS_BUFFER_TOO_SMALL;
  return add_key({key->algorithm, false, key->dispatch, key->mode}, key->secret.data(),
                 static_cast<ULONG>(key->secret.size()), phNewKey);
}

NTSTATUS NTAPI BCryptEncrypt(BCRYPT_KEY_HANDLE hKey, PUCHAR pbInput, ULONG cbInput,
                             void* pPaddingInfo, PUCHAR pbIV, ULONG cbIV, PUCHAR pbOutput,
                             ULONG cbOutput, ULONG* pcbResult, ULONG dwFlags) {
  return cng::run(true, hKey, pbInput, cbInput, pPaddingInfo, pbIV, cbIV, pbOutput, cbOutput,
                  pcbResult, dwFlags);
}

NTSTATUS NTAPI BCryptDecrypt(BCRYPT_KEY_HANDLE hKey, PUCHAR pbInput, ULONG cbInput,
                             void* pPaddingInfo, PUCHAR pbIV, ULONG cbIV, PUCHAR pbOutput,
                             ULONG cbOutput, ULONG* pcbResult, ULONG dwFlags) {
  return cng::run(false, hKey, pbInput, cbInput, pPaddingInfo, pbIV, cbIV, pbOutput, cbOutput,
                  pcbResult, dwFlags);
}

namespace flthost::cng {

void add_cipher_rows(Rows& rows) {
  rows.insert(rows.end(), {FLTHOST_EXPORT(BCryptGenerateSymmetricKey),
                           FLTHOST_EXPORT(BCryptImportKey), FLTHOST_EXPORT(BCryptDuplicateKey),
                           FLTHOST_EXPORT(BCryptEncrypt), FLTHOST_EXPORT(BCryptDecrypt)});
}

}  // namespace flthost::cng
