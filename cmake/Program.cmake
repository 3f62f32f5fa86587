# SPDX-License-Identifier: GPL-3.0-or-later
#
# framehand_program(NAME "TITLE" SOURCES ... LIBRARIES ... [WINDOW]): a program that is installed. On Windows it has an
# icon, its version, and a manifest (resources/windows); WINDOW: it has no console there.
function(framehand_program name title)
  cmake_parse_arguments(ARG "WINDOW" "" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_LIBRARIES} framehand_warnings)
  framehand_always_include(${name})
  if(CMAKE_SYSTEM_NAME STREQUAL "Windows")
    set(FRAMEHAND_PROGRAM ${name})
    set(FRAMEHAND_TITLE "${title}")
    set(resources "${PROJECT_SOURCE_DIR}/resources/windows")
    configure_file("${resources}/program.rc.in" ${name}.rc @ONLY)
    configure_file("${resources}/program.manifest.in" ${name}.manifest @ONLY)
    target_sources(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${name}.rc")
    set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${name}.rc" PROPERTIES
      OBJECT_DEPENDS "${CMAKE_CURRENT_BINARY_DIR}/${name}.manifest;${resources}/framehand.ico")
    if(ARG_WINDOW)
      set_target_properties(${name} PROPERTIES WIN32_EXECUTABLE ON)
    endif()
  endif()
  install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()
