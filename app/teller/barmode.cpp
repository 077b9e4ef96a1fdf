// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/barmode.h"

#include "app/teller/tellerwindow.h"
#include "app/teller/workpage.h"
#include "app/teller/x11window.h"

#include <QScreen>

namespace tiepdon {

BarMode::BarMode(TellerWindow &window)
    : QObject(&window), m_window(window), m_bar(std::make_unique<TellerBar>(window.desk(), window.workPage()))
{
    BranchLink &link = window.desk().link();
    connect(m_bar.get(), &TellerBar::keyAsked, this, &BarMode::onKey);
    connect(m_bar.get(), &TellerBar::closing, this, [this] {
        if (m_isBar && m_top)
            m_top->close(); // says what closing has to say
    });
    connect(&m_chord, &GlobalChord::pressed, this, &BarMode::onChord);
    connect(&m_chord, &GlobalChord::typed, this, [this, &link](QKeyCombination key) {
        link.noteActivity();
        m_bar->setLent(false);
        onKey(key);
    });
    connect(&m_chord, &GlobalChord::givenBack, this, [this] { m_bar->setLent(false); });
    connect(&m_chord, &GlobalChord::stateChanged, this, &BarMode::retranslate);
    connect(&link, &BranchLink::statusChanged, this, &BarMode::onHub);
    connect(&link, &BranchLink::accessChanged, this, &BarMode::onHub);
    connect(&window.desk(), &TellerDesk::failed, m_bar.get(), &TellerBar::refresh);
    connect(&window.desk(), &TellerDesk::cameBack, m_bar.get(), &TellerBar::refresh);
    retranslate();
}

BarMode::~BarMode()
{
    // there is something to see when the content goes and the program does not
    if (m_isBar && m_top)
        QMetaObject::invokeMethod(m_top, &QWidget::show, Qt::QueuedConnection);
}

void BarMode::setBar(bool isBar)
{
    if (isBar == m_isBar)
        return;
    m_chord.giveBack();
    m_bar->setRefused({});
    m_isBar = isBar;
    if (isBar) {
        m_top = m_window.window();
        m_bar->present(m_top->screen());
        m_top->hide(); // after the bar: there is always a window, and the program goes on
        return;
    }
    if (m_top) {
        m_top->show();
        bringForward(*m_top);
    }
    m_bar->hide();
}

void BarMode::onChord()
{
    if (!m_isBar) {
        bringForward(*m_window.window());
        return;
    }
    m_bar->setRefused({});
    if (m_chord.lend())
        m_bar->setLent(true);
    else
        m_bar->setRefused(tr("Another program holds the keyboard. Try again, or use the mouse."));
}

void BarMode::onHub()
{
    // who is called or locked out meanwhile types into their own program
    m_chord.giveBack();
    m_bar->refresh();
}

void BarMode::onKey(QKeyCombination key)
{
    m_bar->setRefused({});
    if (key == QKeyCombination(Qt::Key_F12)) {
        toggle();
        return;
    }
    const WorkPage &work = m_window.workPage();
    const bool isSaying = work.asked() || work.isSearching() || !work.errorText().isEmpty()
        || !work.reasonLine().isEmpty() || !work.note().isEmpty();
    const bool isEscape = key == QKeyCombination(Qt::Key_Escape);
    if (isEscape && !isSaying)
        return;
    if (!m_window.press(key) && !isEscape)
        m_bar->setRefused(tr("This key does nothing now. F12 opens the window."));
    m_bar->refresh();
}

void BarMode::tick()
{
    if (m_isBar)
        m_bar->refresh();
}

QString BarMode::chordProblem() const
{
    const QString chord = m_chord.text();
    switch (m_chord.state()) {
    case GlobalChord::State::Taken:
        return tr("%1 belongs to another program: start this one with --chord and other keys.").arg(chord);
    case GlobalChord::State::NoSuchKey:
        return tr("This keyboard has no %1: start with --chord and other keys.").arg(chord);
    case GlobalChord::State::NotAvailable:
        return tr("The keys %1 reach the bar only on X11; here it is used with the mouse.").arg(chord);
    case GlobalChord::State::Off:
    case GlobalChord::State::Ready:
        break;
    }
    return {};
}

void BarMode::retranslate()
{
    const QString chord = m_chord.text();
    switch (m_chord.state()) {
    case GlobalChord::State::Ready:
        m_bar->setChord(chord, Tone::Neutral);
        break;
    case GlobalChord::State::Taken:
        m_bar->setChord(tr("%1: taken").arg(chord), Tone::Warn);
        break;
    case GlobalChord::State::NoSuchKey:
        m_bar->setChord(tr("%1: no such key").arg(chord), Tone::Warn);
        break;
    case GlobalChord::State::NotAvailable:
        m_bar->setChord(tr("mouse only"), Tone::Neutral);
        break;
    case GlobalChord::State::Off:
        m_bar->setChord({}, Tone::Neutral);
        break;
    }
    Q_EMIT chordChanged();
}

} // namespace tiepdon
