# What `cmake --install` lays down, besides the programs: the library for other CMake and pkg-config projects, the
# rule packs, the manual.

include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/reglament)
install(TARGETS reglament EXPORT reglamentTargets)
install(DIRECTORY lib/reglament TYPE INCLUDE FILES_MATCHING PATTERN "*.hpp")
install(EXPORT reglamentTargets NAMESPACE reglament:: DESTINATION ${package_dir})
configure_package_config_file(cmake/reglamentConfig.cmake.in reglamentConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(reglamentConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  ${PROJECT_BINARY_DIR}/reglamentConfig.cmake
  ${PROJECT_BINARY_DIR}/reglamentConfigVersion.cmake
  DESTINATION ${package_dir})

set(pkgconfig_dir ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH relative_prefix /prefix/${pkgconfig_dir} /prefix)
configure_file(cmake/reglament.pc.in reglament.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/reglament.pc DESTINATION ${pkgconfig_dir})

install(DIRECTORY rules schemas DESTINATION ${CMAKE_INSTALL_DATADIR}/reglament)
foreach(section 1 5)
  install(DIRECTORY man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section} FILES_MATCHING PATTERN "*.${section}")
endforeach()
# bash looks for the completion of a command in a file of its name.
get_property(programs DIRECTORY tools PROPERTY BUILDSYSTEM_TARGETS)
list(FILTER programs INCLUDE REGEX "^reglament-")
list(REMOVE_ITEM programs reglament-tools reglament-main)
foreach(program reglament ${programs})
  install(FILES completions/reglament.bash
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME ${program})
endforeach()
install(FILES LICENSE TYPE DOC)
