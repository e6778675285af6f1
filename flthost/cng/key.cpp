// Public and private keys: RSA and ECDSA, imported, signing and verifying.
#include <flthost/cng/cng_internal.h>

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

#include <cstring>

namespace flthost::cng {
namespace {

struct Free {
  void operator()(BIGNUM* number) const { BN_clear_free(number); }
  void operator()(OSSL_PARAM_BLD* builder) const { OSSL_PARAM_BLD_free(builder); }
  void operator()(OSSL_PARAM* parameters) const { OSSL_PARAM_free(parameters); }
  void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
  void operator()(ECDSA_SIG* signature) const { ECDSA_SIG_free(signature); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

Owned<BIGNUM> number(const uint8_t* bytes, size_t length) {
  return Owned<BIGNUM>(BN_bin2bn(bytes, static_cast<int>(length), nullptr));
}

KeyPair key_from(const char* type, OSSL_PARAM_BLD* builder, bool whole) {
  const Owned<OSSL_PARAM> parameters(OSSL_PARAM_BLD_to_param(builder));
  const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
  EVP_PKEY* key = nullptr;
  if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1) return nullptr;
  const int selection = whole ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY;
  if (EVP_PKEY_fromdata(context.get(), &key, selection, parameters.get()) != 1) return nullptr;
  return KeyPair(key);
}

// d is not in the short private blob: from e and the primes.
Owned<BIGNUM> private_exponent(const BIGNUM* e, const BIGNUM* p, const BIGNUM* q) {
  BN_CTX* const context = BN_CTX_new();
  const Owned<BIGNUM> p1(BN_dup(p)), q1(BN_dup(q)), phi(BN_new());
  BN_sub_word(p1.get(), 1);
  BN_sub_word(q1.get(), 1);
  BN_mul(phi.get(), p1.get(), q1.get(), context);
  Owned<BIGNUM> d(BN_mod_inverse(nullptr, e, phi.get(), context));
  BN_CTX_free(context);
  return d;
}

KeyPair import_rsa(const uint8_t* blob, size_t bytes, bool whole) {
  BCRYPT_RSAKEY_BLOB header;
  if (bytes < sizeof header) return nullptr;
  std::memcpy(&header, blob, sizeof header);
  const bool magic =
      whole ? header.Magic == BCRYPT_RSAPRIVATE_MAGIC || header.Magic == BCRYPT_RSAFULLPRIVATE_MAGIC
            : header.Magic == BCRYPT_RSAPUBLIC_MAGIC;
  const size_t primes = whole ? size_t{header.cbPrime1} + header.cbPrime2 : 0;
  if (!magic || header.cbPublicExp == 0 || header.cbModulus == 0 ||
      bytes - sizeof header < size_t{header.cbPublicExp} + header.cbModulus + primes) {
    return nullptr;
  }
  const uint8_t* at = blob + sizeof header;
  const Owned<BIGNUM> e = number(at, header.cbPublicExp);
  at += header.cbPublicExp;
  const Owned<BIGNUM> n = number(at, header.cbModulus);
  at += header.cbModulus;
  const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
  Owned<BIGNUM> d;
  if (whole) {
    const Owned<BIGNUM> p = number(at, header.cbPrime1);
    const Owned<BIGNUM> q = number(at + header.cbPrime1, header.cbPrime2);
    d = private_exponent(e.get(), p.get(), q.get());
    if (!d) return nullptr;
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_D, d.get());
  }
  return key_from("RSA", builder.get(), whole);
}

KeyPair import_ecc(const Algorithm& algorithm, const uint8_t* blob, size_t bytes, bool whole) {
  BCRYPT_ECCKEY_BLOB header;
  if (bytes < sizeof header) return nullptr;
  std::memcpy(&header, blob, sizeof header);
  const ULONG public_magic = algorithm.bits == 256   ? ULONG{BCRYPT_ECDSA_PUBLIC_P256_MAGIC}
                             : algorithm.bits == 384 ? ULONG{BCRYPT_ECDSA_PUBLIC_P384_MAGIC}
                                                     : ULONG{BCRYPT_ECDSA_PUBLIC_P521_MAGIC};
  constexpr ULONG kToPrivate = 0x01000000;  // 'ECS1' to 'ECS2'
  const size_t part = (algorithm.bits + 7) / 8;
  if (header.dwMagic != public_magic + (whole ? kToPrivate : 0) || header.cbKey != part ||
      bytes - sizeof header < part * (whole ? 3 : 2)) {
    return nullptr;
  }
  const uint8_t* const at = blob + sizeof header;
  std::vector<uint8_t> point{4};  // uncompressed
  point.insert(point.end(), at, at + 2 * part);
  const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
  OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, algorithm.openssl, 0);
  OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                   point.size());
  const Owned<BIGNUM> d = whole ? number(at + 2 * part, part) : nullptr;
  if (whole) OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, d.get());
  return key_from("EC", builder.get(), whole);
}

// Whether the blob's name is of a key of this kind, and if it has the private half.
bool blob_kind(Kind kind, std::u16string_view name, bool* whole) {
  if (name == u"PUBLICBLOB") {
    *whole = false;
    return true;
  }
  if (kind == Kind::Rsa) {
    *whole = name == u"RSAPRIVATEBLOB" || name == u"RSAFULLPRIVATEBLOB";
    return *whole || name == u"RSAPUBLICBLOB";
  }
  *whole = name == u"ECCPRIVATEBLOB";
  return *whole || name == u"ECCPUBLICBLOB";
}

const EVP_MD* digest_named(LPCWSTR name) {
  const Algorithm* const algorithm = find_algorithm(text_of(name));
  return algorithm != nullptr && algorithm->kind == Kind::Hash
             ? EVP_get_digestbyname(algorithm->openssl)
             : nullptr;
}

// The padding of an RSA signature; false when it is not one that exists.
bool set_padding(EVP_PKEY_CTX* context, const void* info, ULONG flags) {
  const bool pss = flags == BCRYPT_PAD_PSS;
  if ((!pss && flags != BCRYPT_PAD_PKCS1) || info == nullptr) return false;
  require_readable(info, pss ? sizeof(BCRYPT_PSS_PADDING_INFO) : sizeof(BCRYPT_PKCS1_PADDING_INFO));
  LPCWSTR const name = static_cast<const BCRYPT_PKCS1_PADDING_INFO*>(info)->pszAlgId;
  const EVP_MD* const digest = digest_named(name);
  if (name != nullptr && digest == nullptr) return false;
  EVP_PKEY_CTX_set_rsa_padding(context, pss ? RSA_PKCS1_PSS_PADDING : RSA_PKCS1_PADDING);
  if (digest != nullptr && EVP_PKEY_CTX_set_signature_md(context, digest) != 1) return false;
  if (!pss) return true;
  const auto salt = static_cast<const BCRYPT_PSS_PADDING_INFO*>(info)->cbSalt;
  return EVP_PKEY_CTX_set_rsa_pss_saltlen(context, static_cast<int>(salt)) == 1;
}

// CNG's signature is r and s side by side, libcrypto's their DER sequence.
std::vector<uint8_t> to_der(const uint8_t* raw, size_t bytes) {
  const Owned<ECDSA_SIG> signature(ECDSA_SIG_new());
  ECDSA_SIG_set0(signature.get(), number(raw, bytes / 2).release(),
                 number(raw + bytes / 2, bytes / 2).release());
  uint8_t* der = nullptr;
  const int length = i2d_ECDSA_SIG(signature.get(), &der);
  if (length <= 0) return {};
  std::vector<uint8_t> out(der, der + length);
  OPENSSL_free(der);
  return out;
}

std::vector<uint8_t> from_der(const std::vector<uint8_t>& der, size_t part) {
  const uint8_t* at = der.data();
  const Owned<ECDSA_SIG> signature(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
  std::vector<uint8_t> out(2 * part);
  if (!signature) return {};
  BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), out.data(), static_cast<int>(part));
  BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), out.data() + part, static_cast<int>(part));
  return out;
}

Key* key_pair(BCRYPT_KEY_HANDLE handle, NTSTATUS* status) {
  auto* const key = static_cast<Key*>(find(handle, Object::Type::Key));
  *status = key == nullptr ? STATUS_INVALID_HANDLE
            : key->pair    ? STATUS_SUCCESS
                           : STATUS_NOT_SUPPORTED;
  return key;
}

}  // namespace
}  // namespace flthost::cng

using namespace flthost;
using namespace flthost::cng;

NTSTATUS NTAPI BCryptImportKeyPair(BCRYPT_ALG_HANDLE hAlgorithm, BCRYPT_KEY_HANDLE hImportKey,
                                   LPCWSTR pszBlobType, BCRYPT_KEY_HANDLE* phKey, PUCHAR pbInput,
                                   ULONG cbInput, ULONG dwFlags) {
  AlgorithmRef ref;
  if (!algorithm_of(hAlgorithm, &ref)) return STATUS_INVALID_HANDLE;
  const Kind kind = ref.algorithm->kind;
  if (kind != Kind::Rsa && kind != Kind::Ecdsa) return STATUS_NOT_SUPPORTED;
  if (hImportKey != nullptr || pszBlobType == nullptr || phKey == nullptr || pbInput == nullptr ||
      (dwFlags & ~ULONG{BCRYPT_NO_KEY_VALIDATION}) != 0) {
    return STATUS_INVALID_PARAMETER;
  }
  bool whole = false;
  if (!blob_kind(kind, text_of(pszBlobType), &whole)) return STATUS_NOT_SUPPORTED;
  require_readable(pbInput, cbInput);
  auto key = std::make_unique<Key>();
  key->algorithm = ref.algorithm;
  key->dispatch = ref.dispatch;
  key->pair = kind == Kind::Rsa ? import_rsa(pbInput, cbInput, whole)
                                : import_ecc(*ref.algorithm, pbInput, cbInput, whole);
  if (!key->pair) return STATUS_INVALID_PARAMETER;
  require_writable(phKey, sizeof *phKey);
  *phKey = add(std::move(key));
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI BCryptVerifySignature(BCRYPT_KEY_HANDLE hKey, void* pPaddingInfo, PUCHAR pbHash,
                                     ULONG cbHash, PUCHAR pbSignature, ULONG cbSignature,
                                     ULONG dwFlags) {
  NTSTATUS status = STATUS_SUCCESS;
  const Key* const key = key_pair(hKey, &status);
  if (!NT_SUCCESS(status)) return status;
  if (pbHash == nullptr || pbSignature == nullptr) return STATUS_INVALID_PARAMETER;
  require_readable(pbHash, cbHash);
  require_readable(pbSignature, cbSignature);
  const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new(key->pair.get(), nullptr));
  if (!context || EVP_PKEY_verify_init(context.get()) != 1) return STATUS_NOT_SUPPORTED;
  std::vector<uint8_t> signature(pbSignature, pbSignature + cbSignature);
  if (key->algorithm->kind == Kind::Rsa) {
    if (!set_padding(context.get(), pPaddingInfo, dwFlags)) return STATUS_INVALID_PARAMETER;
  } else {
    if (dwFlags != 0) return STATUS_INVALID_PARAMETER;
    if (cbSignature != 2 * ((key->algorithm->bits + 7) / 8)) return STATUS_INVALID_SIGNATURE;
    signature = to_der(pbSignature, cbSignature);
  }
  return EVP_PKEY_verify(context.get(), signature.data(), signature.size(), pbHash, cbHash) == 1
             ? STATUS_SUCCESS
             : STATUS_INVALID_SIGNATURE;
}

NTSTATUS NTAPI BCryptSignHash(BCRYPT_KEY_HANDLE hKey, void* pPaddingInfo, PUCHAR pbInput,
                              ULONG cbInput, PUCHAR pbOutput, ULONG cbOutput, ULONG* pcbResult,
                              ULONG dwFlags) {
  NTSTATUS status = STATUS_SUCCESS;
  const Key* const key = key_pair(hKey, &status);
  if (!NT_SUCCESS(status)) return status;
  if (pbInput == nullptr || pcbResult == nullptr) return STATUS_INVALID_PARAMETER;
  const bool rsa = key->algorithm->kind == Kind::Rsa;
  const size_t part = (static_cast<size_t>(EVP_PKEY_get_bits(key->pair.get())) + 7) / 8;
  const ULONG bytes = static_cast<ULONG>(rsa ? part : 2 * part);
  give(pcbResult, bytes);
  if (pbOutput == nullptr) return STATUS_SUCCESS;
  if (cbOutput < bytes) return STATUS_BUFFER_TOO_SMALL;
  require_readable(pbInput, cbInput);
  require_writable(pbOutput, bytes);
  const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new(key->pair.get(), nullptr));
  if (!context || EVP_PKEY_sign_init(context.get()) != 1) return STATUS_NOT_SUPPORTED;
  if (rsa ? !set_padding(context.get(), pPaddingInfo, dwFlags) : dwFlags != 0) {
    return STATUS_INVALID_PARAMETER;
  }
  std::vector<uint8_t> signature(part * 3 + 64);
  size_t length = signature.size();
  if (EVP_PKEY_sign(context.get(), signature.data(), &length, pbInput, cbInput) != 1) {
    return STATUS_INVALID_PARAMETER;  // only the public half, or a digest of another length
  }
  signature.resize(length);
  if (!rsa) signature = from_der(signature, part);
  if (signature.size() != bytes) return STATUS_UNSUCCESSFUL;
  std::memcpy(pbOutput, signature.data(), bytes);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI BCryptDestroyKey(BCRYPT_KEY_HANDLE hKey) {
  return remove(hKey, Object::Type::Key) ? STATUS_SUCCESS : STATUS_INVALID_HANDLE;
}

namespace flthost::cng {

void add_key_rows(Rows& rows) {
  rows.insert(rows.end(),
              {FLTHOST_EXPORT(BCryptImportKeyPair), FLTHOST_EXPORT(BCryptVerifySignature),
               FLTHOST_EXPORT(BCryptSignHash), FLTHOST_EXPORT(BCryptDestroyKey)});
}

}  // namespace flthost::cng
