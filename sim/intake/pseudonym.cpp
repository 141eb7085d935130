#include "sim/intake/pseudonym.hpp"

#include <cstdint>
#include <stdexcept>

#include <sodium.h>

namespace meesterplan::intake {
namespace {

static_assert(sizeof(PseudonymKey) == crypto_generichash_KEYBYTES);

constexpr std::size_t n_signs = 12;
constexpr unsigned bits_a_sign = 5;

void start_sodium() {
  if (sodium_init() < 0)
    throw std::runtime_error("libsodium cannot be started");
}

}  // namespace

PseudonymKey make_pseudonym_key() {
  start_sodium();
  PseudonymKey key{};
  randombytes_buf(key.data(), key.size());
  return key;
}

std::string pseudonym(PseudonymKey const& key, std::string_view id) {
  start_sodium();
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  std::string const bytes(id);
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<unsigned char const*>(bytes.data()),
                     bytes.size(), key.data(), key.size());
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 8; ++i)
    bits = bits << 8U | hash[i];
  constexpr std::string_view signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  std::string text = "P";
  for (std::size_t i = 0; i < n_signs; ++i) {
    text.push_back(signs[bits >> (64 - bits_a_sign)]);
    bits <<= bits_a_sign;
  }
  return text;
}

std::string text_of(PseudonymKey const& key) {
  std::string text(2 * key.size() + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), key.data(), key.size());
  text.back() = '\n';
  return text;
}

bool read_key(std::string_view text, PseudonymKey& key) {
  std::size_t n_bytes = 0;
  char const* end = nullptr;
  bool const is_hex = sodium_hex2bin(key.data(), key.size(), text.data(), text.size(), "\r\n ",
                                     &n_bytes, &end) == 0;
  return is_hex && n_bytes == key.size() && end == text.data() + text.size();
}

}  // namespace meesterplan::intake
