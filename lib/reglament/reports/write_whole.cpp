#include <cerrno>
#include <climits>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "reglament/reports/report.hpp"

namespace reglament {

namespace {

[[noreturn]] void fail(const std::string& path, int error) {
  const auto refuse = [&](Message message) { throw InputError{{path, {}, std::move(message)}}; };
  switch (error) {
    case ENOENT:
    case ENOTDIR: refuse(Message{"cannot-write-no-folder", {}}); break;
    case EACCES:
    case EPERM:
    case EROFS: refuse(Message{"cannot-write-forbidden", {}}); break;
    case EISDIR: refuse(Message{"cannot-write-folder", {}}); break;
    case ENOSPC:
    case EDQUOT: refuse(Message{"cannot-write-full", {}}); break;
    default: refuse(Message{"cannot-write", {std::generic_category().message(error)}});
  }
  std::abort();
}

// An open file; removed again unless it was renamed into place.
class OpenFile {
 public:
  OpenFile(std::string path, int flags)
      : path_(std::move(path)), descriptor_(::open(path_.c_str(), flags, 0666)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (temporary_) ::unlink(path_.c_str());
  }

  bool is_open() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }
  const std::string& path() const { return path_; }
  void set_temporary(bool temporary) { temporary_ = temporary; }

  // errno of the first failure, 0 when all is written.
  int write(std::string_view content) const {
    while (!content.empty()) {
      const ssize_t written = ::write(descriptor_, content.data(), content.size());
      if (written < 0 && errno != EINTR) return errno;
      if (written > 0) content.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
  }
  int close() {
    const int result = ::close(descriptor_);
    descriptor_ = -1;
    return result == 0 ? 0 : errno;
  }

 private:
  std::string path_;
  int descriptor_;
  bool temporary_ = false;
};

// Where a symbolic link leads, so that the link stays one; else the path itself.
std::string target_of(const std::string& path) {
  char* const resolved = ::realpath(path.c_str(), nullptr);
  if (resolved == nullptr) return path;
  const std::string target{resolved};
  std::free(resolved);
  return target;
}

// A pipe, a terminal, /dev/null: there is nothing to rename onto.
void write_through(const std::string& path, std::string_view content) {
  OpenFile file{path, O_WRONLY | O_CLOEXEC};
  if (!file.is_open()) fail(path, errno);
  if (const int error = file.write(content); error != 0) fail(path, error);
  if (const int error = file.close(); error != 0) fail(path, error);
}

std::string temporary_name(const std::string& target, int attempt) {
  return target + ".new-" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
}

}  // namespace

void write_whole(const std::string& path, std::string_view content) {
  const std::string target = target_of(path);
  struct stat existing {};
  const bool exists = ::stat(target.c_str(), &existing) == 0;
  if (exists && S_ISDIR(existing.st_mode)) fail(path, EISDIR);
  if (exists && !S_ISREG(existing.st_mode)) return write_through(target, content);

  constexpr int attempts = 100;  // names left behind by runs that were killed
  for (int attempt = 0; attempt < attempts; ++attempt) {
    OpenFile file{temporary_name(target, attempt), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC};
    if (!file.is_open() && errno == EEXIST) continue;
    if (!file.is_open()) fail(path, errno);
    file.set_temporary(true);
    if (exists)
      ::fchmod(file.descriptor(), existing.st_mode & 07777);  // where that is refused, as a new file
    if (const int error = file.write(content); error != 0) fail(path, error);
    if (::fsync(file.descriptor()) != 0 && errno != EINVAL) fail(path, errno);
    if (const int error = file.close(); error != 0) fail(path, error);
    if (::rename(file.path().c_str(), target.c_str()) != 0) fail(path, errno);
    file.set_temporary(false);
    return;
  }
  fail(path, EEXIST);
}

}  // namespace reglament
