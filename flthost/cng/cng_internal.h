// Between the files of cng.
#pragma once

#include <flthost/cng/cng.h>

#include <bcrypt.h>
#include <openssl/evp.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace flthost::cng {

enum class Kind : uint8_t { Hash, Random, Cipher, Rsa, Ecdsa };

struct Algorithm {
  std::u16string_view name;
  Kind kind;
  const char* openssl;  // digest, or group of a curve
  ULONG bits;           // of an EC key
};
const Algorithm* find_algorithm(std::u16string_view name);

enum class Mode : uint8_t { Ecb, Cbc, Cfb, Gcm };

struct Object {
  enum class Type : uint8_t { Provider, Hash, Key };
  explicit Object(Type which) : type(which) {}
  virtual ~Object() = default;
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;
  const Type type;
  const Algorithm* algorithm = nullptr;
  bool dispatch = false;  // usable at DISPATCH_LEVEL
};

struct Provider final : Object {
  Provider() : Object(Type::Provider) {}
  bool hmac = false;
  Mode mode = Mode::Cbc;
};

struct MdFree {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
struct KeyFree {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
using MdContext = std::unique_ptr<EVP_MD_CTX, MdFree>;
using KeyPair = std::unique_ptr<EVP_PKEY, KeyFree>;

struct Hash final : Object {
  Hash() : Object(Type::Hash) {}
  MdContext context;
  std::vector<uint8_t> secret;  // of an HMAC
  bool hmac = false;
  bool reusable = false;
  bool finished = false;
};

struct Key final : Object {
  Key() : Object(Type::Key) {}
  KeyPair pair;
  std::vector<uint8_t> secret;  // symmetric
  Mode mode = Mode::Cbc;
};

// The table of live objects. add() gives the handle; find() null when it is no such object, and a
// bugcheck when the object may not be used at the current IRQL.
BCRYPT_HANDLE add(std::unique_ptr<Object> object);
Object* find(BCRYPT_HANDLE handle, Object::Type type);
Object* find_any(BCRYPT_HANDLE handle);
bool remove(BCRYPT_HANDLE handle, Object::Type type);
// An opened provider, or what a pseudo handle stands for, copied. False: no such algorithm handle.
struct AlgorithmRef {
  const Algorithm* algorithm = nullptr;
  bool hmac = false;
  bool dispatch = false;
  Mode mode = Mode::Cbc;
};
bool algorithm_of(BCRYPT_ALG_HANDLE handle, AlgorithmRef* out);

// Buffers of the driver: what cannot be read or written is raised in it.
void require_readable(const void* buffer, size_t bytes);
void require_writable(void* buffer, size_t bytes);
std::u16string text_of(LPCWSTR text);  // null is empty
template <typename T>
void give(T* to, const T& value) {
  require_writable(to, sizeof(T));
  *to = value;
}
void require_passive(bool dispatch);

bool start_hash(Hash& hash);
ULONG digest_bytes(const Algorithm& algorithm);

using Rows = std::vector<ke::Export>;
void add_provider_rows(Rows& rows);
void add_hash_rows(Rows& rows);
void add_key_rows(Rows& rows);
void add_cipher_rows(Rows& rows);

}  // namespace flthost::cng
