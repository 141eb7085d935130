#pragma once

#include <array>
#include <string>
#include <string_view>

namespace meesterplan::intake {

/// The secret from which pseudonyms are made; who has it can find a person's number
/// again by trying all numbers, so it stays with the school.
using PseudonymKey = std::array<unsigned char, 32>;

/// A new key from the system's source of randomness.
PseudonymKey make_pseudonym_key();

/// What stands in the files for the employee number `id`: "P" and twelve letters and
/// digits, always the same for one key. It is the keyed hash BLAKE2b of the id, cut
/// to 60 bits and written in Crockford's base 32: of 75,000 people two share one
/// with a chance of 2 in a thousand million, which the import notices.
std::string pseudonym(PseudonymKey const& key, std::string_view id);

/// A key as the text of its file, 64 hexadecimal digits and a line end, and back;
/// false when `text` is none.
std::string text_of(PseudonymKey const& key);
bool read_key(std::string_view text, PseudonymKey& key);

}  // namespace meesterplan::intake
