# How everything here is compiled. Sanitizers and warnings-as-errors are the presets' business.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(REGLAMENT_WARNINGS)
  add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion)
endif()

# ccache keeps precompiled headers only when it is told that their time stamps do not matter.
find_program(REGLAMENT_CCACHE ccache)
if(REGLAMENT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    ${REGLAMENT_CCACHE})
endif()
