# SPDX-License-Identifier: GPL-3.0-or-later
find_package(Qt6 6.4 REQUIRED COMPONENTS DBus)
# Jobs that are GStreamer pipelines need it: without it they are refused.
pkg_check_modules(GSTREAMER QUIET IMPORTED_TARGET gstreamer-1.0>=1.22)
if(GSTREAMER_FOUND)
  # Its -pthread would not fit the precompiled headers, and glibc needs none.
  set_property(TARGET PkgConfig::GSTREAMER PROPERTY INTERFACE_COMPILE_OPTIONS "")
endif()
# The sandbox of framehand-transcoder.
pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET libseccomp>=2.5)
# Their headers only: the libraries are loaded while the program runs, where they are there.
pkg_check_modules(XCB REQUIRED xcb>=1.14 xcb-screensaver>=1.14)
add_library(XcbHeaders INTERFACE)
target_include_directories(XcbHeaders SYSTEM INTERFACE ${XCB_INCLUDE_DIRS})
target_link_libraries(XcbHeaders INTERFACE ${CMAKE_DL_LIBS})
pkg_check_modules(WAYLAND_client REQUIRED IMPORTED_TARGET wayland-client>=1.20)
pkg_check_modules(WAYLAND_PROTOCOLS REQUIRED wayland-protocols>=1.27) # ext-idle-notify-v1
pkg_get_variable(WAYLAND_PROTOCOLS_DIR wayland-protocols pkgdatadir)
find_package(PlasmaWaylandProtocols REQUIRED)
set(FRAMEHAND_EXT_IDLE_XML "${WAYLAND_PROTOCOLS_DIR}/staging/ext-idle-notify/ext-idle-notify-v1.xml")
set(FRAMEHAND_KDE_IDLE_XML "${PLASMA_WAYLAND_PROTOCOLS_DIR}/idle.xml")
