// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview_view.h"

#include "ui/json_view.h"

#include <QByteArray>
#include <QPainter>
#include <QTimer>

#include <utility>

namespace framehand::ui {

namespace {

constexpr int kMostSide = 1'024; // more than the daemon ever sends
constexpr int kLines = 9;        // of text: how high it is

} // namespace

PreviewView::PreviewView(DaemonCall& daemon, QWidget* parent)
    : QWidget(parent), m_daemon(daemon), m_timer(new QTimer(this)) {
    setAccessibleName(tr("Newest picture of the video"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_timer->setInterval(kPollMs);
    connect(m_timer, &QTimer::timeout, this, [this] { poll(); });
}

QSize PreviewView::sizeHint() const {
    const int height = fontMetrics().lineSpacing() * kLines;
    return {height * 16 / 9, height};
}

void PreviewView::follow(const Snapshot& snapshot) {
    const QString job = snapshot.job ? snapshot.job->id : QString();
    if (job != m_job) {
        m_job = job;
        m_picture = {};
        update();
    }
    m_runs = !job.isEmpty() && snapshot.phase == Phase::Transcoding;
    watch();
}

void PreviewView::watch() {
    if (!m_runs || !isVisible()) {
        m_timer->stop();
    } else if (!m_timer->isActive()) {
        m_timer->start();
        poll();
    }
}

void PreviewView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    watch();
}

void PreviewView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_timer->stop();
}

void PreviewView::poll() {
    if (std::exchange(m_asking, true)) {
        return;
    }
    m_daemon.call("job.preview", base::Json::object(), *this, [this](const base::Result<base::Json>& answer) {
        m_asking = false;
        take(answer);
    });
}

void PreviewView::take(const base::Result<base::Json>& answer) {
    if (!answer || !answer->is_object() || json_view::text(*answer, "job_id") != m_job) {
        return;
    }
    const auto jpeg = QByteArray::fromBase64(json_view::text(*answer, "jpeg").toLatin1());
    const QImage picture = QImage::fromData(jpeg, "JPEG");
    if (!picture.isNull() && picture.width() <= kMostSide && picture.height() <= kMostSide) {
        m_picture = picture;
        update();
    }
}

void PreviewView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    if (m_picture.isNull()) {
        painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect().adjusted(4, 4, -4, -4), Qt::AlignCenter | Qt::TextWordWrap, tr("No picture yet"));
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QSize size = m_picture.size().scaled(this->size(), Qt::KeepAspectRatio);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QPoint corner(mirrored ? width() - size.width() : 0, (height() - size.height()) / 2);
    painter.drawImage(QRect(corner, size), m_picture);
}

} // namespace framehand::ui
