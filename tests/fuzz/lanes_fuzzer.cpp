// For libFuzzer: any text whatever is read in the fast lane as by yaml-cpp; see README.md.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/lanes.hpp"

using namespace reglament;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const std::string fast = fuzz::read_fast(text);
  const std::string slow = fuzz::read_slowly(text);
  if (fast == slow) return 0;
  std::fprintf(stderr, "--- fast lane\n%s--- yaml-cpp\n%s", fast.c_str(), slow.c_str());
  std::abort();
}
