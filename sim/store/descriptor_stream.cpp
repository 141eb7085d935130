#include "sim/store/descriptor_stream.hpp"

#include <array>
#include <cerrno>
#include <ostream>
#include <streambuf>

#include <unistd.h>

namespace meesterplan::store {
namespace {

/// A stream's buffer over a file descriptor that remembers the first error.
class DescriptorBuffer final : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor) {
    setp(bytes_.data(), bytes_.data() + bytes_.size());
  }

  int error() const { return error_; }  ///< errno of the first failure; 0: none

 protected:
  int_type overflow(int_type next) override {
    if (sync() != 0)
      return traits_type::eof();
    if (!traits_type::eq_int_type(next, traits_type::eof())) {
      *pptr() = traits_type::to_char_type(next);
      pbump(1);
    }
    return traits_type::not_eof(next);
  }

  int sync() override {
    char const* from = pbase();
    while (error_ == 0 && from < pptr()) {
      ssize_t const written = write(descriptor_, from, static_cast<std::size_t>(pptr() - from));
      if (written >= 0) {
        from += written;
      } else if (errno != EINTR) {
        error_ = errno;
      }
    }
    setp(bytes_.data(), bytes_.data() + bytes_.size());
    return error_ == 0 ? 0 : -1;
  }

 private:
  int descriptor_;
  int error_ = 0;
  std::array<char, 1 << 16> bytes_{};
};

}  // namespace

int write_to(int descriptor, Writer const& writer) {
  DescriptorBuffer buffer(descriptor);
  std::ostream stream(&buffer);
  writer(stream);
  stream.flush();
  return buffer.error();
}

}  // namespace meesterplan::store
