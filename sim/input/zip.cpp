#include "sim/input/zip.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <utility>

#include <minizip/unzip.h>

#include "sim/base/text.hpp"

namespace meesterplan::input {
namespace {

constexpr std::uint64_t most_ratio = 400;
constexpr std::uint64_t harmless = 16'000'000;  ///< bytes, whatever the ratio
constexpr std::size_t piece = std::size_t{1} << 16;

/// A file in memory, as minizip wants to read one.
struct MemoryStream {
  std::string_view bytes;
  std::uint64_t at = 0;
};

MemoryStream& stream_of(voidpf opaque) {
  return *static_cast<MemoryStream*>(opaque);
}

voidpf open_memory(voidpf opaque, void const*, int) {
  stream_of(opaque).at = 0;
  return opaque;
}

uLong read_memory(voidpf opaque, voidpf, void* into, uLong size) {
  MemoryStream& stream = stream_of(opaque);
  std::uint64_t const left = stream.bytes.size() - stream.at;
  std::uint64_t const n = std::min<std::uint64_t>(size, left);
  std::memcpy(into, stream.bytes.data() + stream.at, n);
  stream.at += n;
  return static_cast<uLong>(n);
}

uLong write_memory(voidpf, voidpf, void const*, uLong) {
  return 0;
}

ZPOS64_T tell_memory(voidpf opaque, voidpf) {
  return stream_of(opaque).at;
}

long seek_memory(voidpf opaque, voidpf, ZPOS64_T offset, int origin) {
  MemoryStream& stream = stream_of(opaque);
  std::uint64_t const base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? stream.at
                             : origin == ZLIB_FILEFUNC_SEEK_END ? stream.bytes.size()
                                                                : 0;
  std::uint64_t const wanted = base + offset;
  if (wanted < base || wanted > stream.bytes.size())
    return -1;
  stream.at = wanted;
  return 0;
}

int close_memory(voidpf, voidpf) {
  return 0;
}

int error_of_memory(voidpf, voidpf) {
  return 0;
}

/// As a part is looked up: in small letters, with the separator of Unix.
std::string key_of(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char letter) { return letter == '\\' ? '/' : lower(letter); });
  return name;
}

}  // namespace

/// What minizip keeps of an open archive.
struct Zip::Archive {
  explicit Archive(std::string_view bytes) : stream{bytes} {
    zlib_filefunc64_def functions{};
    functions.zopen64_file = open_memory;
    functions.zread_file = read_memory;
    functions.zwrite_file = write_memory;
    functions.ztell64_file = tell_memory;
    functions.zseek64_file = seek_memory;
    functions.zclose_file = close_memory;
    functions.zerror_file = error_of_memory;
    functions.opaque = &stream;
    file = unzOpen2_64("", &functions);
  }
  ~Archive() {
    if (file != nullptr)
      unzClose(file);
  }
  Archive(Archive const&) = delete;
  Archive& operator=(Archive const&) = delete;

  MemoryStream stream;
  unzFile file = nullptr;
};

Zip::Zip(std::string_view bytes) : archive_(std::make_unique<Archive>(bytes)) {
  unzFile const file = archive_->file;
  if (file == nullptr)
    return;
  int found = unzGoToFirstFile(file);
  for (; found == UNZ_OK; found = unzGoToNextFile(file)) {
    unz_file_info64 info{};
    std::array<char, 512> name{};
    unz64_file_pos position{};
    if (unzGetCurrentFileInfo64(file, &info, name.data(), name.size() - 1, nullptr, 0, nullptr,
                                0) != UNZ_OK ||
        unzGetFilePos64(file, &position) != UNZ_OK)
      return;
    parts_.emplace(key_of(name.data()),
                   Part{info.compressed_size, position.pos_in_zip_directory, position.num_of_file});
  }
  usable_ = found == UNZ_END_OF_LIST_OF_FILE;
}

Zip::~Zip() = default;
Zip::Zip(Zip&&) noexcept = default;
Zip& Zip::operator=(Zip&&) noexcept = default;

bool Zip::has(std::string const& part) const {
  return parts_.count(key_of(part)) > 0;
}

Zip::Status Zip::unpack(std::string const& part,
                        std::function<bool(std::string_view)> const& take) const {
  auto const found = parts_.find(key_of(part));
  if (found == parts_.end())
    return Status::missing;
  unzFile const file = archive_->file;
  unz64_file_pos position{found->second.offset, found->second.number};
  if (unzGoToFilePos64(file, &position) != UNZ_OK || unzOpenCurrentFile(file) != UNZ_OK)
    return Status::broken;
  std::uint64_t const most = std::min(
      most_bytes, harmless + most_ratio * std::max<std::uint64_t>(found->second.packed, 1));
  std::string buffer(piece, '\0');
  std::uint64_t unpacked = 0;
  Status status = Status::ok;
  while (status == Status::ok) {
    int const n = unzReadCurrentFile(file, buffer.data(), static_cast<unsigned>(buffer.size()));
    if (n == 0)
      break;
    if (n < 0) {
      status = Status::broken;
      break;
    }
    unpacked += static_cast<std::uint64_t>(n);
    if (unpacked > most) {
      status = Status::bomb;
    } else if (!take(std::string_view(buffer).substr(0, static_cast<std::size_t>(n)))) {
      status = Status::stopped;
    }
  }
  // Closing compares the checksum, of what was read to its end.
  bool const sound = unzCloseCurrentFile(file) == UNZ_OK;
  return status == Status::ok && !sound ? Status::broken : status;
}

}  // namespace meesterplan::input
