// For libFuzzer: any text whatever is read as records, in the fast lane as by yaml-cpp; see README.md.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/records.hpp"

using namespace reglament;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const std::string told = fuzz::tell_records(text);
  if (text.starts_with("\xEF\xBB\xBF")) return 0;
  const std::string told_slowly = fuzz::tell_records_slowly(text);
  if (told == told_slowly) return 0;
  std::fprintf(stderr, "--- fast lane\n%s--- yaml-cpp\n%s", told.c_str(), told_slowly.c_str());
  std::abort();
}
