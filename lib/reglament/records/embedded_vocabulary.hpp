// The text of vocabulary.yaml, as it stood when the library was built.
#pragma once

#include <string_view>

namespace reglament {

std::string_view embedded_vocabulary();

}  // namespace reglament
