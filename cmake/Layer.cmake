# SPDX-License-Identifier: GPL-3.0-or-later
#
# framehand_layer(NAME FOLDER SOURCES ... [PUBLIC ...] [PRIVATE ...])
#
# Makes the static library framehand_NAME (alias framehand::NAME) of one folder of the house, and enforces the
# dependency rule: a layer is reached only through an include root of its own, <build>/layers/NAME, that holds
# one link, FOLDER. Who does not link the layer does not see its headers, so a forbidden include does not compile.
function(framehand_layer name folder)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  set(root "${CMAKE_BINARY_DIR}/layers/${name}")
  cmake_path(GET folder PARENT_PATH parent)
  file(MAKE_DIRECTORY "${root}/${parent}")
  file(CREATE_LINK "${CMAKE_SOURCE_DIR}/${folder}" "${root}/${folder}" SYMBOLIC)

  if(COMMAND framehand_take_out) # a library of tests, for a system that has not all of them
    framehand_take_out(ARG_SOURCES)
  endif()
  if(ARG_SOURCES)
    set(scope PUBLIC)
    add_library(framehand_${name} STATIC ${ARG_SOURCES})
    target_link_libraries(framehand_${name} PRIVATE framehand_warnings)
    framehand_use_precompiled(framehand_${name} layer)
  else()
    set(scope INTERFACE)
    add_library(framehand_${name} INTERFACE)
  endif()
  add_library(framehand::${name} ALIAS framehand_${name})
  target_include_directories(framehand_${name} ${scope} "${root}")
  target_link_libraries(framehand_${name} ${scope} ${ARG_PUBLIC})
  if(ARG_PRIVATE AND ARG_SOURCES)
    target_link_libraries(framehand_${name} PRIVATE ${ARG_PRIVATE})
  endif()
endfunction()
