// The version of this build, as CMakeLists.txt states it: "1.2.3".
#pragma once

#include <string_view>

namespace reglament {

std::string_view version();

}  // namespace reglament
