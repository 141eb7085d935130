#include "sim/intake/pseudonym.hpp"

#include <set>
#include <string>

#include "tests/intake/export_files.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::intake {
namespace {

TEST_CASE("a pseudonym hangs on the number and on the key, and on nothing else") {
  PseudonymKey other = test_key();
  other[31] ^= 1U;
  std::string const one = pseudonym(test_key(), "1155");
  CHECK(one == pseudonym(test_key(), "1155"));
  CHECK(one != pseudonym(test_key(), "1156"));
  CHECK(one != pseudonym(other, "1155"));
  CHECK(one.size() == 13);
  CHECK(one.find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ") == std::string::npos);
  CHECK(one.front() == 'P');
}

TEST_CASE("a known answer: BLAKE2b-256 with a key, cut to sixty bits") {
  // hashlib.blake2b(b"1155", digest_size=32, key=bytes((7 * i + 1) % 256 for i in range(32)))
  // of Python, its first 60 bits five at a time.
  CHECK(pseudonym(test_key(), "1155") == "PP80NSZTC57Z0");
}

TEST_CASE("a hundred thousand numbers get as many pseudonyms") {
  std::set<std::string> all;
  for (int number = 0; number < 100'000; ++number)
    all.insert(pseudonym(test_key(), std::to_string(number)));
  CHECK(all.size() == 100'000);
}

TEST_CASE("a key is written and read back, and nothing else is a key") {
  PseudonymKey const key = make_pseudonym_key();
  PseudonymKey read{};
  REQUIRE(read_key(text_of(key), read));
  CHECK(read == key);
  CHECK(make_pseudonym_key() != key);
  std::string const text = text_of(key);
  CHECK_FALSE(read_key("", read));
  CHECK_FALSE(read_key(text.substr(2), read));
  CHECK_FALSE(read_key("zz" + text.substr(2), read));
  CHECK_FALSE(read_key(text + text, read));
}

}  // namespace
}  // namespace meesterplan::intake
