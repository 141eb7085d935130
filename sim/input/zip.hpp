#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace meesterplan::input {

/// A zip archive in memory, its parts unpacked piece by piece. Capitals in the
/// names of parts do not count, as in workbooks.
class Zip {
 public:
  /// What became of an attempt to unpack a part.
  enum class Status {
    ok,
    missing,  ///< no such part
    broken,   ///< cut off, or its checksum is wrong
    bomb,     ///< unpacks to far more than a workbook has any use for
    stopped,  ///< `take` wanted no more
  };

  /// `bytes` must outlive the archive.
  explicit Zip(std::string_view bytes);
  ~Zip();
  Zip(Zip&&) noexcept;
  Zip& operator=(Zip&&) noexcept;

  /// Whether the bytes are an archive whose table of contents can be read.
  bool is_usable() const { return usable_; }
  bool has(std::string const& part) const;

  /// Calls `take` with the part's bytes, a piece at a time, as long as it
  /// answers true. A part is refused as a bomb when it unpacks to more than
  /// most_bytes, or to more than 400 times its packed size and 16 MB besides.
  Status unpack(std::string const& part, std::function<bool(std::string_view)> const& take) const;

  /// The most that one part may unpack to: a sheet of a million full rows.
  static constexpr std::uint64_t most_bytes = std::uint64_t{1} << 30;

 private:
  struct Archive;
  struct Part {
    std::uint64_t packed = 0;  ///< bytes
    std::uint64_t offset = 0;  ///< of its entry, as minizip tells it
    std::uint64_t number = 0;
  };

  std::unique_ptr<Archive> archive_;
  std::map<std::string, Part> parts_;
  bool usable_ = false;
};

}  // namespace meesterplan::input
