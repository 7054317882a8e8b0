# reglament_embed(TARGET FILE HEADER FUNCTION)
#
# Puts the bytes of FILE into TARGET: a generated source defines `std::string_view reglament::FUNCTION()`, which HEADER
# declares, and is written anew whenever FILE changes.
#
# The bytes become a list of character constants. String literals would be shorter, but C++ promises only 65,536
# characters in one, and clang warns beyond.

if(CMAKE_SCRIPT_MODE_FILE)
  file(READ ${FILE} bytes HEX)
  string(REGEX REPLACE "(................................)" "\\1\n" bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  file(WRITE ${OUTPUT} "#include \"${HEADER}\"

namespace reglament {
namespace {
constexpr char bytes[] = {
${bytes}
};
}  // namespace

std::string_view ${FUNCTION}() { return {bytes, sizeof bytes}; }
}  // namespace reglament
")
  return()
endif()

set(REGLAMENT_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

function(reglament_embed target file header function)
  set(input ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DFILE=${input} -DHEADER=${header} -DFUNCTION=${function} -DOUTPUT=${output}
            -P ${REGLAMENT_EMBED_SCRIPT}
    DEPENDS ${input} ${REGLAMENT_EMBED_SCRIPT}
    COMMENT "Embedding ${file}"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
  set_source_files_properties(${output} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
endfunction()
