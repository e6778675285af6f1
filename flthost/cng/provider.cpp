// Algorithms, the table of objects, properties and random numbers.
#include <flthost/cng/cng_internal.h>

#include <flthost/ke/ke.h>
#include <flthost/mm/mm.h>

#include <openssl/rand.h>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <unordered_map>

namespace flthost::cng {
namespace {

constexpr Algorithm kAlgorithms[] = {{u"MD5", Kind::Hash, "MD5", 0},
                                     {u"SHA1", Kind::Hash, "SHA1", 0},
                                     {u"SHA256", Kind::Hash, "SHA256", 0},
                                     {u"SHA384", Kind::Hash, "SHA384", 0},
                                     {u"SHA512", Kind::Hash, "SHA512", 0},
                                     {u"RNG", Kind::Random, nullptr, 0},
                                     {u"AES", Kind::Cipher, nullptr, 0},
                                     {u"RSA", Kind::Rsa, nullptr, 0},
                                     {u"RSA_SIGN", Kind::Rsa, nullptr, 0},
                                     {u"ECDSA_P256", Kind::Ecdsa, "P-256", 256},
                                     {u"ECDSA_P384", Kind::Ecdsa, "P-384", 384},
                                     {u"ECDSA_P521", Kind::Ecdsa, "P-521", 521}};

struct Pseudo {
  uint64_t handle;
  std::u16string_view name;
  bool hmac;
  Mode mode;
};
constexpr Pseudo kPseudo[] = {
    {0x21, u"MD5", false, Mode::Cbc},         {0x31, u"SHA1", false, Mode::Cbc},
    {0x41, u"SHA256", false, Mode::Cbc},      {0x51, u"SHA384", false, Mode::Cbc},
    {0x61, u"SHA512", false, Mode::Cbc},      {0x81, u"RNG", false, Mode::Cbc},
    {0x91, u"MD5", true, Mode::Cbc},          {0xa1, u"SHA1", true, Mode::Cbc},
    {0xb1, u"SHA256", true, Mode::Cbc},       {0xc1, u"SHA384", true, Mode::Cbc},
    {0xd1, u"SHA512", true, Mode::Cbc},       {0xe1, u"RSA", false, Mode::Cbc},
    {0x1a1, u"AES", false, Mode::Cbc},        {0x1b1, u"AES", false, Mode::Ecb},
    {0x1c1, u"AES", false, Mode::Cfb},        {0x1e1, u"AES", false, Mode::Gcm},
    {0x2d1, u"ECDSA_P256", false, Mode::Cbc}, {0x2e1, u"ECDSA_P384", false, Mode::Cbc},
    {0x2f1, u"ECDSA_P521", false, Mode::Cbc}, {0x301, u"RSA_SIGN", false, Mode::Cbc}};

std::mutex g_lock;
std::unordered_map<const void*, std::unique_ptr<Object>>& objects() {
  static auto* const all = new std::unordered_map<const void*, std::unique_ptr<Object>>;
  return *all;
}

struct ModeName {
  std::u16string_view name;
  Mode mode;
};
constexpr ModeName kModes[] = {{u"ChainingModeECB", Mode::Ecb},
                               {u"ChainingModeCBC", Mode::Cbc},
                               {u"ChainingModeCFB", Mode::Cfb},
                               {u"ChainingModeGCM", Mode::Gcm}};

std::vector<uint8_t> bytes_of(ULONG value) {
  std::vector<uint8_t> out(sizeof value);
  std::memcpy(out.data(), &value, sizeof value);
  return out;
}
std::vector<uint8_t> bytes_of(std::u16string_view text) {
  std::vector<uint8_t> out((text.size() + 1) * sizeof(char16_t));
  std::memcpy(out.data(), text.data(), text.size() * sizeof(char16_t));
  return out;
}
std::vector<uint8_t> bytes_of(const BCRYPT_KEY_LENGTHS_STRUCT& lengths) {
  std::vector<uint8_t> out(sizeof lengths);
  std::memcpy(out.data(), &lengths, sizeof lengths);
  return out;
}

struct Subject {
  const Algorithm* algorithm;
  Mode mode;
  const Key* key;  // null for algorithms and hashes
};

ULONG key_bits(const Key& key) {
  return key.pair ? static_cast<ULONG>(EVP_PKEY_get_bits(key.pair.get()))
                  : static_cast<ULONG>(key.secret.size() * 8);
}

// Empty: the object has no such property.
std::vector<uint8_t> property(const Subject& subject, std::u16string_view name) {
  // State is kept by the host: a caller's object only has to be there.
  constexpr ULONG kObjectLength = 512, kBlock = 16;
  const Kind kind = subject.algorithm->kind;
  const bool hash = kind == Kind::Hash, cipher = kind == Kind::Cipher;
  if (name == u"AlgorithmName") return bytes_of(subject.algorithm->name);
  if (name == u"ObjectLength" && (hash || cipher)) return bytes_of(kObjectLength);
  if (name == u"HashDigestLength" && hash) return bytes_of(digest_bytes(*subject.algorithm));
  if (name == u"HashBlockLength" && hash) {
    return bytes_of(static_cast<ULONG>(
        EVP_MD_get_block_size(EVP_get_digestbyname(subject.algorithm->openssl))));
  }
  if (name == u"BlockLength" && cipher) return bytes_of(kBlock);
  if (name == u"KeyLengths" && cipher) {
    return bytes_of(BCRYPT_KEY_LENGTHS_STRUCT{128, 256, 64});
  }
  if (name == u"KeyLengths" && kind == Kind::Rsa) {
    return bytes_of(BCRYPT_KEY_LENGTHS_STRUCT{512, 16384, 64});
  }
  if (name == u"AuthTagLength" && cipher) return bytes_of(BCRYPT_KEY_LENGTHS_STRUCT{12, 16, 1});
  if (name == u"ChainingMode" && cipher) {
    for (const ModeName& one : kModes) {
      if (one.mode == subject.mode) return bytes_of(one.name);
    }
  }
  if (subject.key == nullptr) return {};
  if (name == u"KeyLength" || name == u"KeyStrength") return bytes_of(key_bits(*subject.key));
  if (name == u"SignatureLength" && !cipher) {
    const ULONG part = (key_bits(*subject.key) + 7) / 8;
    return bytes_of(kind == Kind::Rsa ? part : 2 * part);
  }
  return {};
}

}  // namespace

const Algorithm* find_algorithm(std::u16string_view name) {
  for (const Algorithm& one : kAlgorithms) {
    if (one.name == name) return &one;
  }
  return nullptr;
}

BCRYPT_HANDLE add(std::unique_ptr<Object> object) {
  Object* const raw = object.get();
  const std::lock_guard guard(g_lock);
  objects().emplace(raw, std::move(object));
  return raw;
}

Object* find_any(BCRYPT_HANDLE handle) {
  Object* found = nullptr;
  {
    const std::lock_guard guard(g_lock);
    const auto it = objects().find(handle);
    if (it != objects().end()) found = it->second.get();
  }
  if (found != nullptr) require_passive(found->dispatch);
  return found;
}

Object* find(BCRYPT_HANDLE handle, Object::Type type) {
  Object* const found = find_any(handle);
  return found != nullptr && found->type == type ? found : nullptr;
}

bool remove(BCRYPT_HANDLE handle, Object::Type type) {
  if (find(handle, type) == nullptr) return false;
  std::unique_ptr<Object> gone;
  const std::lock_guard guard(g_lock);
  const auto it = objects().find(handle);
  if (it == objects().end()) return false;
  gone = std::move(it->second);
  objects().erase(it);
  return true;
}

bool algorithm_of(BCRYPT_ALG_HANDLE handle, AlgorithmRef* out) {
  for (const Pseudo& one : kPseudo) {
    if (one.handle != reinterpret_cast<uint64_t>(handle)) continue;
    *out = {find_algorithm(one.name), one.hmac, true, one.mode};
    return true;
  }
  const auto* const provider = static_cast<Provider*>(find(handle, Object::Type::Provider));
  if (provider == nullptr) return false;
  *out = {provider->algorithm, provider->hmac, provider->dispatch, provider->mode};
  return true;
}

void require_readable(const void* buffer, size_t bytes) {
  if (bytes != 0 && !mm::guarded_probe(buffer, bytes, false)) {
    mm::raise_to_driver(STATUS_ACCESS_VIOLATION);
  }
}

void require_writable(void* buffer, size_t bytes) {
  if (bytes != 0 && !mm::guarded_probe(buffer, bytes, true)) {
    mm::raise_to_driver(STATUS_ACCESS_VIOLATION);
  }
}

std::u16string text_of(LPCWSTR text) {
  std::u16string out;
  for (; text != nullptr; ++text) {
    require_readable(text, sizeof *text);
    if (*text == 0) break;
    out += *text;
  }
  return out;
}

void require_passive(bool dispatch) {
  const KIRQL irql = ke::current_irql();
  if (dispatch || irql == PASSIVE_LEVEL) return;
  ke::bugcheck(
      {0xd1,  // DRIVER_IRQL_NOT_LESS_OR_EQUAL
       {0, irql, 8, 0},
       "A BCrypt routine is called above PASSIVE_LEVEL on an object of a provider that was "
       "opened without BCRYPT_PROV_DISPATCH; open it with this flag."});
}

uint64_t leaks() {
  const std::lock_guard guard(g_lock);
  return objects().size();
}

}  // namespace flthost::cng

using namespace flthost;
using namespace flthost::cng;

NTSTATUS NTAPI BCryptOpenAlgorithmProvider(BCRYPT_ALG_HANDLE* phAlgorithm, LPCWSTR pszAlgId,
                                           LPCWSTR pszImplementation, ULONG dwFlags) {
  constexpr ULONG kKnown =
      BCRYPT_PROV_DISPATCH | BCRYPT_ALG_HANDLE_HMAC_FLAG | BCRYPT_HASH_REUSABLE_FLAG;
  if (phAlgorithm == nullptr || pszAlgId == nullptr || (dwFlags & ~kKnown) != 0) {
    return STATUS_INVALID_PARAMETER;
  }
  if (ke::current_irql() != PASSIVE_LEVEL) require_passive(false);
  const std::u16string implementation = text_of(pszImplementation);
  if (!implementation.empty() && implementation != u"Microsoft Primitive Provider") {
    return STATUS_NOT_FOUND;
  }
  const Algorithm* const algorithm = find_algorithm(text_of(pszAlgId));
  if (algorithm == nullptr) return STATUS_NOT_FOUND;
  const bool hmac = (dwFlags & BCRYPT_ALG_HANDLE_HMAC_FLAG) != 0;
  if (hmac && algorithm->kind != Kind::Hash) return STATUS_INVALID_PARAMETER;
  auto provider = std::make_unique<Provider>();
  provider->algorithm = algorithm;
  provider->hmac = hmac;
  provider->dispatch = (dwFlags & BCRYPT_PROV_DISPATCH) != 0;
  require_writable(phAlgorithm, sizeof *phAlgorithm);
  *phAlgorithm = add(std::move(provider));
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI BCryptCloseAlgorithmProvider(BCRYPT_ALG_HANDLE hAlgorithm, ULONG dwFlags) {
  if (dwFlags != 0) return STATUS_INVALID_PARAMETER;
  return remove(hAlgorithm, Object::Type::Provider) ? STATUS_SUCCESS : STATUS_INVALID_HANDLE;
}

NTSTATUS NTAPI BCryptGetProperty(BCRYPT_HANDLE hObject, LPCWSTR pszProperty, PUCHAR pbOutput,
                                 ULONG cbOutput, ULONG* pcbResult, ULONG dwFlags) {
  Subject subject{nullptr, Mode::Cbc, nullptr};
  AlgorithmRef ref;
  if (algorithm_of(hObject, &ref)) {
    subject = {ref.algorithm, ref.mode, nullptr};
  } else if (const Object* const object = find_any(hObject)) {
    const bool key = object->type == Object::Type::Key;
    subject.algorithm = object->algorithm;
    if (key) subject.key = static_cast<const Key*>(object);
    if (key) subject.mode = subject.key->mode;
  } else {
    return STATUS_INVALID_HANDLE;
  }
  if (pszProperty == nullptr || pcbResult == nullptr || dwFlags != 0) {
    return STATUS_INVALID_PARAMETER;
  }
  const std::vector<uint8_t> value = property(subject, text_of(pszProperty));
  if (value.empty()) return STATUS_NOT_SUPPORTED;
  const ULONG bytes = static_cast<ULONG>(value.size());
  give(pcbResult, bytes);
  if (pbOutput == nullptr) return STATUS_SUCCESS;
  if (cbOutput < bytes) return STATUS_BUFFER_TOO_SMALL;
  require_writable(pbOutput, bytes);
  std::memcpy(pbOutput, value.data(), bytes);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI BCryptSetProperty(BCRYPT_HANDLE hObject, LPCWSTR pszProperty, PUCHAR pbInput,
                                 ULONG cbInput, ULONG dwFlags) {
  Object* const object = find_any(hObject);
  if (object == nullptr) return STATUS_INVALID_HANDLE;
  if (pszProperty == nullptr || pbInput == nullptr || dwFlags != 0) return STATUS_INVALID_PARAMETER;
  if (text_of(pszProperty) != u"ChainingMode" || object->algorithm->kind != Kind::Cipher) {
    return STATUS_NOT_SUPPORTED;
  }
  require_readable(pbInput, cbInput);
  std::u16string name(cbInput / sizeof(char16_t), u'\0');
  std::memcpy(name.data(), pbInput, name.size() * sizeof(char16_t));
  name.resize(std::min(name.find(u'\0'), name.size()));
  for (const ModeName& one : kModes) {
    if (one.name != name) continue;
    if (object->type == Object::Type::Key) {
      static_cast<Key*>(object)->mode = one.mode;
    } else {
      static_cast<Provider*>(object)->mode = one.mode;
    }
    return STATUS_SUCCESS;
  }
  return STATUS_NOT_SUPPORTED;
}

NTSTATUS NTAPI BCryptGenRandom(BCRYPT_ALG_HANDLE hAlgorithm, PUCHAR pbBuffer, ULONG cbBuffer,
                               ULONG dwFlags) {
  constexpr ULONG kKnown = BCRYPT_RNG_USE_ENTROPY_IN_BUFFER | BCRYPT_USE_SYSTEM_PREFERRED_RNG;
  if ((dwFlags & BCRYPT_USE_SYSTEM_PREFERRED_RNG) != 0) {
    if (hAlgorithm != nullptr) return STATUS_INVALID_PARAMETER;
  } else {
    AlgorithmRef ref;
    if (!algorithm_of(hAlgorithm, &ref)) return STATUS_INVALID_HANDLE;
    if (ref.algorithm->kind != Kind::Random) return STATUS_INVALID_HANDLE;
  }
  if ((dwFlags & ~kKnown) != 0 || (pbBuffer == nullptr && cbBuffer != 0)) {
    return STATUS_INVALID_PARAMETER;
  }
  require_writable(pbBuffer, cbBuffer);
  if (cbBuffer != 0 && RAND_bytes(pbBuffer, static_cast<int>(cbBuffer)) != 1) {
    return STATUS_UNSUCCESSFUL;
  }
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI BCryptGetFipsAlgorithmMode(BOOLEAN* pfEnabled) {
  if (pfEnabled == nullptr) return STATUS_INVALID_PARAMETER;
  give(pfEnabled, BOOLEAN{FALSE});
  return STATUS_SUCCESS;
}

BOOL NTAPI SystemPrng(PUCHAR pbRandomData, SIZE_T cbRandomData) {
  require_writable(pbRandomData, cbRandomData);
  return RAND_bytes(pbRandomData, static_cast<int>(cbRandomData)) == 1;
}

namespace flthost::cng {

void add_provider_rows(Rows& rows) {
  rows.insert(rows.end(),
              {FLTHOST_EXPORT(BCryptOpenAlgorithmProvider),
               FLTHOST_EXPORT(BCryptCloseAlgorithmProvider), FLTHOST_EXPORT(BCryptGetProperty),
               FLTHOST_EXPORT(BCryptSetProperty), FLTHOST_EXPORT(BCryptGenRandom),
               FLTHOST_EXPORT(BCryptGetFipsAlgorithmMode), FLTHOST_EXPORT(SystemPrng)});
}

ke::ExportTable exports() {
  static const Rows* const rows = [] {
    auto* const all = new Rows;
    add_provider_rows(*all);
    add_hash_rows(*all);
    add_key_rows(*all);
    add_cipher_rows(*all);
    return all;
  }();
  return {rows->data(), rows->size()};
}

}  // namespace flthost::cng
