// SHA-256, by which a report names the files that it judged.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace reglament {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::string_view bytes);
std::string to_hex(const Digest& digest);  // 64 lower-case digits

}  // namespace reglament
