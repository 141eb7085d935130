#include "sim/intake/class_name.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "sim/input/words.hpp"

namespace meesterplan::intake {
namespace {

enum class Track { vwo, havo, other, unknown };

struct TrackName {
  std::string_view name;
  Track track;
};

/// How tracks are written before or after a year. A single `a`, `b` or `k` is not
/// among them: it may be a track as well as the letter of a class.
constexpr std::array track_names{
    TrackName{"vwo", Track::vwo},       TrackName{"v", Track::vwo},
    TrackName{"tvwo", Track::vwo},      TrackName{"ath", Track::vwo},
    TrackName{"atheneum", Track::vwo},  TrackName{"gym", Track::vwo},
    TrackName{"gymnasium", Track::vwo}, TrackName{"g", Track::vwo},
    TrackName{"havo", Track::havo},     TrackName{"h", Track::havo},
    TrackName{"mavo", Track::other},    TrackName{"m", Track::other},
    TrackName{"vmbo", Track::other},    TrackName{"vmbot", Track::other},
    TrackName{"vmbogt", Track::other},  TrackName{"vmbok", Track::other},
    TrackName{"vmbob", Track::other},   TrackName{"tl", Track::other},
    TrackName{"t", Track::other},       TrackName{"gl", Track::other},
    TrackName{"gt", Track::other},      TrackName{"kb", Track::other},
    TrackName{"kader", Track::other},   TrackName{"bb", Track::other},
    TrackName{"basis", Track::other},   TrackName{"bk", Track::other},
};

Track track_of(std::string_view name) {
  auto const found = std::find_if(track_names.begin(), track_names.end(),
                                  [&](TrackName const& one) { return one.name == name; });
  return found == track_names.end() ? Track::unknown : found->track;
}

bool is_letter(char sign) {
  return sign >= 'a' && sign <= 'z';
}

bool is_digit(char sign) {
  return sign >= '0' && sign <= '9';
}

/// `name` in small letters, without blanks, hyphens and underscores; what stands
/// behind a dot is a group, and stays apart.
std::string without_blanks(std::string_view name) {
  std::string text;
  for (char const sign : name) {
    if (sign != ' ' && sign != '-' && sign != '_')
      text.push_back(lower(sign));
  }
  return text;
}

std::string_view letters_from(std::string_view text) {
  return text.substr(0, static_cast<std::size_t>(
                            std::find_if_not(text.begin(), text.end(), is_letter) - text.begin()));
}

ClassPart part_of(Track track, int year) {
  if (year >= 1 && year <= 3)
    return ClassPart::rest;
  if (year < 1 || year > 6 || track == Track::unknown)
    return ClassPart::unknown;
  if (track == Track::vwo)
    return ClassPart::upper_vwo;
  if (track == Track::havo)
    return year <= 5 ? ClassPart::upper_havo : ClassPart::unknown;
  return year == 4 ? ClassPart::rest : ClassPart::unknown;
}

/// Whether a letter behind a track may be another track: hv, vh, mh.
bool may_be_track(char letter) {
  return track_of(std::string_view(&letter, 1)) != Track::unknown || letter == 'a' || letter == 'k';
}

/// Whether only the letter or number of a class stands there.
bool is_class_mark(std::string_view text) {
  if (text.empty() || std::all_of(text.begin(), text.end(), is_digit))
    return true;
  bool const rest_is_number = std::all_of(text.begin() + 1, text.end(), is_digit);
  // `v4h` and `h4v4` are two tracks; the letter of a class may be an a.
  bool const is_other_track = may_be_track(text.front()) && text.front() != 'a';
  return is_letter(text.front()) && rest_is_number && !is_other_track;
}

/// The track that a name begins with, as in `4vwo2` and `4vb`, with nothing but the
/// mark of the class behind it. A single `g` may be the seventh class of a year.
Track track_at_front(std::string_view text) {
  std::string_view const letters = letters_from(text);
  Track const whole = letters == "g" ? Track::unknown : track_of(letters);
  if (whole != Track::unknown)
    return is_class_mark(text.substr(letters.size())) ? whole : Track::unknown;
  if (letters.size() < 2 || (may_be_track(letters.back()) && letters.back() != 'a'))
    return Track::unknown;
  Track const track = track_of(letters.substr(0, letters.size() - 1));
  return is_class_mark(text.substr(letters.size() - 1)) ? track : Track::unknown;
}

}  // namespace

ClassPart part_of_class(std::string_view name) {
  std::string text = without_blanks(name);
  text.resize(std::min(text.find('.'), text.size()));  // a group of the class
  if (text.find_first_of("/+,&") != std::string::npos)
    return ClassPart::unknown;
  std::string_view rest = text;
  std::string_view const before = letters_from(rest);
  rest.remove_prefix(before.size());
  if (rest.empty() || !is_digit(rest.front()))
    return ClassPart::unknown;
  bool const is_one_digit = rest.size() == 1 || !is_digit(rest[1]);
  if (!is_one_digit && before.empty())
    return ClassPart::unknown;
  int const year = rest.front() - '0';
  rest.remove_prefix(1);
  if (year >= 1 && year <= 3)
    return ClassPart::rest;
  if (before.empty())
    return part_of(track_at_front(rest), year);
  return is_class_mark(rest) ? part_of(track_of(before), year) : ClassPart::unknown;
}

ClassPart part_of_track(std::string_view track, int year_of_study) {
  return part_of(track_of(input::folded(track)), year_of_study);
}

}  // namespace meesterplan::intake
