// For the fuzzers: bytes are changed by libFuzzer, lines and indentation by us.
#include <algorithm>
#include <cstdint>
#include <string>

#include "fuzz/texts.hpp"

using namespace reglament;

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned seed) {
  Random random{seed};
  if (!random.one_in(3)) return LLVMFuzzerMutate(data, size, most);
  const std::string text =
      random.one_in(16) ? fuzz::random_text(random) : fuzz::changed({data, data + size}, random);
  if (text.size() > most) return LLVMFuzzerMutate(data, size, most);
  std::copy(text.begin(), text.end(), data);
  return text.size();
}
