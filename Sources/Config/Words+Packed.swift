extension Words {
    /// What Tests/ConfigTests/pack.py makes of WORDS.txt.
    static let packed: StaticString = """
        \u{1d}5-;7\u{1b}N9^\u{1f}s/\u{1}GO:\u{15}iW(\u{16}YcYYJ=)'bIu7\u{1d}vT/\u{12}m:}d\u{1}\t\
        \u{21}\u{12}F)$\u{5}A4E\u{1b}Y\u{7f}{>f\u{c}\0/$r\\,7_\u{1b}\"p````\\<f\0Se$8t.a(_(Z:rr1e=\
        \u{8}[*1\u{6}\u{7f}#+\u{5}sSB\u{1a}\t'L?\u{4}\nY,\u{18}QsSD 1fpQD\u{12}\u{f}Kc\u{10}\u{1d}\
        U\u{6}zUWcO5q0\u{1c}KND'K9]\u{8}gR\u{1b}0%'\u{12}<\u{14}&HM\u{1a}`8.i9SEkG\u{18}W-3\rki4VP\
        rF\u{e})\u{1d}[\u{7}:\u{6}\u{7f}\u{1d}b\u{10}L\u{4}\u{19}\u{13}\u{1b}19{.\u{c}n\t\u{e}+/\
        \u{1e}:|0GJeUso\u{1d}:rhEw\u{1f}?zdKG^RRz\u{1c}D-c,$jD'\u{16}c9\u{1d}=\u{17}\\Le#\u{16}&\
        \u{1f}Oaf0\u{21}m\u{1e}Pd ,?\u{16}E\u{1d}\u{c}'\u{1b}h\u{7f}\u{10}\u{1b}ZF\u{1c}\r+S\u{10}\
        J4\u{5}\t\u{1e}X&c$\u{b}yx:*Y\t:b,\u{13}(&G\u{13}\u{19}kDB\u{1f}\u{16}3\u{5}\u{7f} J_\
        \u{21}KhvKwI\u{c}c\u{5}Ke\u{8}T\u{18}\u{5}+E2B$\u{1e}3e+60\u{1a})6rF,K(\u{1c}7F\u{b}I;jH\
        \u{19}\u{b}'#$wAg8:*yd45\u{14}QS7\u{14}k,h8 @3V\u{18}O*qT\rG\u{c}5+//o\u{16}P*\tl2\u{1e}.\
        \u{14}LTz?7\u{5}xX0\u{1c}e\nLyr(I)5f\nM\u{3};\u{e}?ES:~N\u{1a}\u{1e}Cu\u{c}\u{17}p\u{10}}\
        \"-\u{14}\u{b}u]\u{6}2y,\tB$#\u{16}g20Qi|P'7RYe4(v%|\u{16}IZ\u{1b}&UG\u{11}+r\u{7}\u{10}mX\
        sS\u{19},zH\u{19}\u{21}\u{7})ggD\tsS\u{5}\u{10}\u{5}]\u{1c}\u{2}IJ\u{13}\u{3}\u{1b}Qs/\
        \u{1d}rDpC\u{3}j9z~$?\u{6}\u{b}:a$+\u{14}q\u{5}R7X\0X#jg5If\u{16}X\u{f}(\u{b}S\u{1b}@d8{no\
        I\u{c}m\u{c}?(Ge.A\u{1a}Sib\u{1d}M}C\u{4}\u{1a}KB=i1R7;:UN2\u{12}\u{1e}\u{f}\u{17}:@?8D\
        \u{11}\u{3}$#VLBu/6|\u{6}N6|\t[\u{15}\u{18}\u{f}[\u{b}\t0\u{1e}*\u{b}\u{17}+5[@YaU\u{15}\
        \u{b}l,@\u{3}`t)HP\0EOdRSV73D~(0tT?u|\u{16}\u{e}+v,E\u{1b}lRi$6$'\u{6}aiaQF\u{21}X,gg)<km\
        \r9%:Vc+\u{1a}~\u{16}m\u{17}lq\t]L\u{14},2/\u{c}=<FWD(\u{11}\u{7}\tg\u{21}\u{3}/\u{1e})b-=\
        \u{1a}'R\u{15}w'$jKM3u$\u{4}\u{1e}7\u{b},\r)\u{18}h\u{16}\u{17}\u{16}29:\\n\u{19}\u{5}:&jG\
        [\u{f}\u{1c}TH( 2cI@\u{1a}BMw\u{19}\u{21}\u{e}gR.4jA\u{15}kp\t0s%$7{\u{1e}Z_\u{14}|(O%WT\
        \u{4}\u{14}\u{e}[<\u{18}\u{16}\"[Jc+,1U\u{13}\u{1d}k'$SmZ=0K\u{1f}wx<4eT4d\u{1b}gN>ulAWU\
        \u{3}g^\u{2}\u{1b}Q\u{13}\u{8}\u{15}\u{17}\u{12}q1H+(42E\u{b}sSX\u{5}eW\u{13}\u{14}g8W\
        \u{16}r]U\u{15}_U\u{11}>t-PT1\"\u{14}\u{15}r\u{7}:^\u{13}Tkw#/+ir|HIw*gO>ybp\u{1f}\u{f}\
        \u{1c}{\u{2}eIbHX%cE;M\u{e}\u{e}\u{7}DIguG\u{8}\u{e}\u{1d}\u{13}A\u{16}YZ>O\u{7f}e81&\"'dH\
        ;NxPDE\u{7f}0V)~fi:QY?\0\u{7}\u{14}\npX8+gcz(b8L<z[\u{4}{m\u{3}g~vG\nxR&1M\rD<h=W+~K\u{1}\
        \u{3}w\u{18}\n \u{1e}gRc&g\u{f}V\u{19}do1{i%Qd\n\u{11}Xp<w\u{21}yvI?si$\u{11}sOkvI\u{f}xR\
        \u{18}\u{17}\u{16}h\r.O90S\r`\u{7f}i \u{2}C\u{10}$I\u{17}H\u{1}4\u{16}}ci\u{1}\u{12}$<l\
        \u{5}m]`9\u{b}\u{12}Al-JFUt5cfz9[8qo`0k~p\u{18}\rs>{ 0$GB\u{15}SsKV\u{8}\u{c}Y\u{10}o\
        \u{1e}8|r\u{21}\u{c}G\0@3B\u{1a}@\0\u{1d}?ky=g\u{17}bp3\u{1a}\u{1b}l\u{1e}fHxY+XQ\u{1d}0#u\
        %\u{1c}6E\u{c}\u{5}vn?\nX\u{12}c\u{5}\u{1d})Oc\u{16}\u{11}9@@,?\u{7f}n]\u{1}$9BYI0.''\
        \u{1b}eleD|a-K\tyh0G\\\u{b}\u{14}\u{16}\u{11}\u{18}A\u{21}Q\u{18}\u{2}mYR\u{1a}74\u{e} [\
        \u{1d}\u{7f}Xq,U\u{1d}J\u{18}i)xJ\u{14}o\u{b}OWc7`,\u{12}>c({{{gm.@fq?vOw*;gp\u{21}D\\SAY=\
        }sw[\u{1}\0m*\u{14}[&z]@$\u{c}bW{\u{1e}^_\u{1f}Z\u{11}=#r=Il\u{12}\u{1f}\u{2}#f4\u{1c}M6AB\
        6okk#\u{1}n\u{15}3kj4\u{1e}[$\u{14}\u{17}tR5dL0\u{17}F(RY_\u{1e}}\0m\u{4}p0o\u{1a}\u{e} qr\
        eT\u{14}8@ m\u{19}${08bh\u{4}}CWB$+0R\u{e}>&`^R)\u{18}RCUU\rO&qpVQ-n@\npHC\u{5}~\u{11}?qpY\
        W;U3\u{17}^>td?lk%Jh'\u{e}TI<6.\rPc|qGZ9FTY+c\u{19}2T\u{12}9%(6\u{11}VB3r\u{1b}\u{12}\
        \u{1f}5JM\u{21}z\tovTr$)eL/\u{14}nA^\u{15}fZ^\u{21}Ni\"\u{1e}\u{1b}Mks\u{1e}>\u{8}JC\t7/-\
        \u{1c}m^ZAFh,o\u{e}z8Bw\u{f}W72T\nt\u{17}qWM\rVZ\r|\u{18}y\u{1c}1D~+qw>HQ#\nb\u{1a}\u{7f}4\
        M=&ukx\u{7}=Zny:\u{3}\u{1d}.xSK\u{12}3\u{10}?\u{f}>Us~\u{13}3U G\u{1f}\u{1f}/_\u{17}\u{1d}\
        <m\u{5}V|*\u{13}^\u{15}]\u{12}2LMOk6@j8\u{1}))8Z\u{f}&:9AaS(\u{1}I*EeXd\u{5}*2t\n0aC:\
        \u{10}Luf\0IF\tK*y\u{14}\u{1}<hb\0\u{7f}M2\u{15}+\u{19}-4L\u{15}&/\u{1f}\u{19}=;wogp;\
        \u{21}`6Y[kA\u{1d}x\u{16}0d6H9q%E`3x<3\u{11}e \u{b}8`vy7.Z\rPL\u{4}\02u81wnp>q\u{1b} ;nTG\
        \u{7f}4ofa\u{7}W\u{1e}O\u{18}\u{15}V`z\0\u{14}o]\u{15}~Ew1Y3.;X\u{13}\t=ZZf0j{RMnxYcG^>tb{\
        'NR\u{6}\u{6}w\u{b}z;|Vq?Ui\u{7}zw>T\u{1}\u{c}lmB\u{6}~[8#\u{1c}<|Q\u{1b}wetwKe8~B\u{1f}K8\
        0d\"rp\u{1b}kl9Mz\u{7}PS8\u{15}ODNMM\u{14}\u{1c}A\u{2}[~*$4L^Gr<j\"\u{21}\u{c}\u{7}W\00%TE\
        k\u{8}|@'\u{15}Ds\u{1e}1t\u{1d}\u{7}U\u{1d}0\u{c}U\u{f}&)m\u{e}\u{12}sc|Q\0ywn*\u{15}\u{7}\
        \u{b}l_?V}\u{1a}@&\u{1f}WC\u{11}BRl\u{1a}7\u{18}dTCz\u{1d}\u{15}r:D(pb\u{1c}i+D\t\u{7}'t8R\
        D\u{8}8ExH\u{11}\u{5}RB\u{11})\r2]rN2Z\u{8}'H/e^\u{5}*\u{6}\u{1a}\u{17}\r\u{21};;\u{6}5]*D\
        \u{4}G$\0;\u{7}Z>\t\nE\u{21}&dob\u{e}F2RT\u{1d}[\u{11}\"^Cx \u{1c}x5\u{f}\u{10}HN\u{16}?\\\
        :6=J\u{4}w9~h+'\u{e}\u{1c}f%%k\\6'\u{6}\u{1e}C\u{1e}\u{1f}D'WcKcP#Xf\u{c}94\u{7f}yt3D-\
        \u{e}Yz\u{4}R\u{10}{N\r#\u{5}s:\u{2}Dfy~6T-}\n`BO%CADDZ\u{14}]mPm\"CwaIDo\u{b}z[\u{1a}@\
        \u{18}V\u{17}tQ8\u{2}.b=Ru'\u{e}^x~3GN<q}s\u{7}O={hs\u{7}%L\u{11}I\\/\u{10}\u{8}\u{15}W0;l\
        5XV2418gNA]?nkG\u{7f}70x\u{17}xGybu&\u{7f}])Lu{\0>@\u{1f}6,|4u;2C\u{21}#\u{1b}2\u{7f}\
        \u{1b} \ndI=qxy.\05cdD\u{13}\u{b}fw\nu \0J\u{5}[|&cy6>2FUe)DbC\u{1f}*aSjNH9;'ZL$\u{14}*\
        \u{14}9O}=ylq5{:V(4ol'z\u{1f}i_3fhI\u{15}\0I\rt\r+\u{7}--\u{8}+PMo6\u{6};U+CC\u{3}Wq7RFQQa\
        }\u{f}m[[i\u{3}z=YH\u{17}Cp'\u{12}\u{1b}\u{1d}\u{5}C\u{8}6XoJ<],671P#\u{1a}\u{11}`D^JBa\
        \u{15}M\u{15}\t\u{1e}9IBR\\\u{6}jVaJ\u{2}NL;`\u{e}n\"\u{4};\u{18}\u{18}>7\\.8Ip)8CYq8\u{e}\
        /0a|6\u{12}bJKj1W>5kv=[\u{14}T[D\u{1c}\u{10}wH\u{1e}>s\u{1b}{\u{1e}Gb\u{13}\u{13}\03&\u{b}\
        \u{4}\",\u{18}yT}}z]3|\u{11}@JR/(\"s6TPOU+\u{f}$\u{6}\reFeH\u{14}\u{21}:?\u{7}[v-\u{3}\
        \u{1}k$&$*`S\u{c}\u{19}\u{b}X@/jDhM\u{7})DFqh5o\u{4}c,\u{4}8~\u{13}t#>\u{1e}\u{1e}OcMEl\
        \u{2}\u{18}KhwV$TV\u{11}&>h`7qT*) ?Xn`\\ajK\u{17}0{ w7-$]\u{f}wjJl:\u{e}\t\t\u{c}nGhi8iKIO\
        \u{3}v\u{18}<Mn\u{15}@\u{1d}1\u{2};$a]I^\rg3i9:.5_k&\0\u{19}\u{1d}\u{4}o\u{10}\u{14}Qg\
        \u{17}L\\%/H\u{3}Ys_v8\r\u{1e}t|4If\u{1a}$csFGfM\u{19}I$e.K\u{e}T]J9kdoqd\u{f}jO,\u{1f};$|\
        qXE}ukS%\u{1f}?T\t\"fpF1\u{1d}]\"\u{b}b8,-Zp|q+e<\u{4}I\nQT\u{5}\u{7}d>i`\u{1c}2\u{5}wh4E%\
        \u{3}(7gqj.{\u{2}\u{1f}\u{1c}l\n\u{7}v46Ju(t\u{2}\u{8}d9}.N\u{19}gx\u{3}*.4H\u{1f}\n2+QB@;\
        =T3\u{b}<it*GQ;\\\\O,0|I\u{10}o+z:62@\u{12}J\u{11}mLgR1K}0\u{1f}08k)\u{1c}\u{12}_)i&\u{2}\
        \\U\u{1c}\u{13}^\u{b}C\nwz\r@*'\u{8}\u{e}O[GU2\u{7}PN\\0Nw\u{8}|1<d)?yFt,*)GFN6\u{12}\
        \u{13}\u{6}E3Z:cx\u{1}-gxZUT4D,\u{21}\u{1e}\u{21}Gdu\\\u{1a}\u{1e}\u{2} 4^eCn\u{f}r\u{1}R\
        \u{c}x\u{11}\u{1b}\u{13}pn4\u{8}f<,/}nC\u{4}wsewZu\nsnC$]fumM%t\tZI r\u{f}\u{1}~3\u{18}\n[\
        $zQ\u{6}h3c\u{10}niEx\u{21}\u{1b}o:@\u{1e}\u{1b}\u{1b}7F2H\u{10}0\u{5}r\u{2}\\\u{2}6c\u{6}\
        \u{1}M\u{1c}t1y\u{12}V,ZuKJ\u{1c}HRWe@\u{21}d\u{16}y}B\u{2}rdQ=vt+\u{15}'Y\u{14}_>\n\u{21}\
        \u{8}WRBA#\u{18}dc2]\0.\u{15}.q\n-\u{1b}]1\u{1e}$z\u{12}a`\n%)\u{8}m&*FUiz HZ\u{3}i$m\u{f}\
        ]N^\u{3}H5\u{12}fC>\u{17}Jr~\\,~n\u{6}Bn0r\u{1a}')\r.M\u{1}\u{4}~KO7\u{f}\u{c}\u{6}_8xe\
        \u{3}\u{17}\u{f}_x\u{17})4&jn-:\u{10}7&(?K\u{10}Tg-)\u{4}w\u{7f}ByHgy\u{13}\u{6}\u{3}.\
        \u{1a}#\u{1}:\u{1}bNRMo\u{19}\n'w`\0\u{15}\u{c}2x\u{4}\0\u{f}[\nK\u{19}9St\u{16}857U\u{b}\
        \u{7f}go\u{e}\u{16}sY\u{5}3g3&\u{e}.:@U\u{7f}rr2\u{18}R\u{b}:\0\u{1b}'m1s7wh\u{b}\u{b}HqU~\
        ^\u{13}N\u{2},A`bu\u{21}xP\u{7}HG@k,\u{12}@\u{4}TN#F~\u{16}-Hh\u{1c}i)\r\u{21}E\u{1d}\u{8}\
        \u{16}\u{12}Iuy/s\u{5}QAV\u{19}F,J\r\u{8}/\u{18} ^FA*\u{e}**q\u{11}_\u{4} 8\u{3}Ii5Pn \
        \u{1a}\u{b}&M%\u{1c}\u{7f}q[X\\):7\u{19}\u{1b}\u{11}U}a\u{f}mj3eZIpXI\u{17}\u{2}%.]oo_{g\
        \u{1}9u\u{10}*[95vp#}?y8\u{10}%z<?\u{10}KM\u{7}m1x\r\u{21}\u{1d}z\u{21}\tX~p~~~`x\")u\u{7}\
        wu>\u{12}p\u{1c}d U7? ~\u{7}\nPr*8P/\\2@~\u{10}\u{1}\u{1d}\u{1e}3B\u{7f}-`\u{17}\u{17}Zj#\
        \u{1}oGpD34d?VjU<`.h5t`qt #\u{1}POA\u{7}Z:B(}j\u{1e}i1Re\u{3}*.\u{13}d=}6u\u{5}Ym{IW\u{1e}\
        \u{18}'v5ZA'\u{11}\u{18}Z-{-wI\u{3}&({\u{2}MI@\u{7f}yrQ\u{b}A&\u{4}\u{4}\u{18}#+iD?T&\
        \u{19}\u{6}C'<1\u{19}0\u{3}CKD\u{10}d2hh\u{7f})\rLAX\u{13}Y:gdKgO\r\u{4}F\u{10}@Fs$\u{12}_\
        \u{3}\u{11}\u{1f}\u{1a}V>Vv\u{18}E16o\u{8}X,Q\u{13}\u{1e}\u{1e}aWcu-\u{18}sj_*q6=L[%\u{b}^\
        \u{3}\u{2}M&E\u{3}\u{1b}U\u{10}t{\u{15}\u{4}\u{7f}\u{f}C: mh>J\u{21}N\u{c}v[u`r.E3y\u{b}So\
        G-a8x#GZ_lJ:7\\L\u{1c}(]\u{1f}k\u{f}p\0M\u{c}\\d{\u{13}(C\u{e}yiY\nJ{8?=\u{10}\u{15}4>whIg\
        \u{7f}Y&\u{6}'3QtKU\u{3}\u{4}\n2r\u{1}_RLtUL@pf\u{14}8\u{11}:#1-z1\t6Gs#iHU5F0e`? \u{16}K\
        \"\u{1f}\u{18}_<?w^_4T)RJd]\u{1}\u{4}\u{1c}8\u{19}\u{11}\u{12}(\u{1f}X\u{19}\u{18}8\u{12}6\
        c9\u{c}>x\\\u{1}A\u{1f}9`\u{10}L^W\u{1f}81Fnw\u{16}-<xws\u{14}4@%rC\\GC$^\u{10}%\u{15}`B.\
        \u{e}4Hn[\u{4}\u{16}#Mz;\tN\0c2y\u{5}`8ln`B6)\u{6}hcK2R\u{11}$#_H\u{18}\u{7f}$\u{8}\u{13}o\
        \u{b}\u{4}\u{14}\u{f}\u{18}\u{b}\u{e}\u{b}\u{19}RU\u{8}\u{b}f\u{7f}#my)bJA\u{15},F|\u{b}>j\
        3\u{6}Ut4\u{1c}}I\nN*[\u{4}v\u{4}d&\u{1e}]Eg$\u{5}f\\-\u{16}\u{2}BA3et0=b+x~5uJ{]\"WUz_feQ\
        wT\u{7}\u{1c}\u{b}4E\u{c};Y\u{b}\u{f}(_}Oh?^.7fU_bta\u{6}A\u{1d}}fE#'O\u{1c}?Mvms/?a]\u{1}\
        \u{e}l4lM.*g,\0=V]Qr|(H'\u{e}eZ\u{14}\u{15}\u{b}\u{7f}*6\u{14}5\u{4}h[\u{21}\u{1e}HZ\r&E' \
        {\\K;B\u{10}(\u{1d}\u{12}2O7~XV\u{6}MC8wx\ruj*5C?r\rW\t\u{1f}\u{1f}v\u{1c}|uAE\u{f}@AH)a\"\
        cfJ\u{f}\u{4}[\t3H\u{2}\u{21}Uf\u{12}\u{1}\\\u{1c}\u{6}1kywSUg\u{6}$\u{7f}\"E\u{5}Q6WkgPd\
        \u{15}-\u{7f}\u{1b} X]yF@0x 1-Pr\u{1c}1\u{1b}v\u{e}=VN\u{1c}xz\u{21}u\n4ly\u{6}\u{21}9\
        \u{6}jS\u{2}:?Su\u{16}\u{5}(<iC\u{f}S\u{7}~\tb\u{1a}\\\"JW^=xl3W;q0PGt_\u{8}_Y\u{10}_ pTH\
        \u{13}Ma\u{1f}22\u{3}Z?-\u{e}\u{7f}\u{b}.x\u{4}<Hq\u{2}@^NK\u{8}^uEj\" FNi']vK\u{c}+R(\
        \u{13}O\u{6}\u{2}TJPI\0qp%O@F\u{14}p\u{2}*`;eN9GpP_'\u{4}uN,R\u{12}V8:%e$PS9_\u{21}i<d}J3B\
        .\\HN&*&\u{1a}b\u{3}\u{7}}\u{1b}\u{1b}X2t39Tbt\0Lc\"m\u{1b}\u{6}\u{17}\u{1c}0\u{17}T.$$X<B\
        K+jc\u{f}\u{11}\u{3}\u{e}qkRU'M\r\u{1c}c\u{1f}?b\u{11}hR^\u{18}s`nG\u{14}W\u{16}\u{1}'qMz%\
        O~_A]\u{f}{\u{7}\u{6}K8#\u{11}\u{1e}eLJP.LM\u{1f}7SZTee$\u{13}\\zC\u{8}<r\u{1f}p8bVR7nD\
        \u{13}T\0\u{2}e9.\"LDBk8\u{17}Q\u{8}(*4%~bYcU\u{8}\0\u{14}@\u{1b}DELL\"Cji<[#\"rUx~j\0oUV8\
        a5\n\u{1e}Zkb>RPEHim\u{11}EF@\u{2}\u{e}\\/\u{f}:\tV\u{1b}\"/CjZ,bj<D\\E\\j\u{1}bMXc:JQG\
        \u{c}ki/\u{b}sZ&#G9Wc*M\u{b}\u{14}e0\u{c}P@N@\u{17}#=~t\u{b}\u{7}oC\u{17}b\n\u{b}%\u{1f}\
        \u{2}$Fk\"`\u{1f}^5A\u{12}\u{e}V:(9jK>xdaw6b\u{17}i\u{2}z\u{1e}g\u{12})cswx)\r\u{21}9\u{2}\
        \u{1b}\u{f}<-4.\u{18}o}+96?mn\u{f}\u{19}\u{14}Z$\u{19}zY8\u{2}zP\u{1c}\"j\u{b}Hs\u{7}(\
        \u{7f}$q,ph^\u{1b}K-Rh88yk\u{18}\u{3}\u{1c}&J\u{4}\u{13}e-G\"\u{19}\n\u{17}T4P4VZ`&?\u{18}\
        yU'\u{4}\u{16}F5.\u{2}0HTe\u{1b}\u{11}\u{14}1@P\u{8}sJ?R#(S.GSm\r`V\u{1d}Fa\u{5}M:9\u{2}\
        \u{16}'\u{3}*hy(r6\u{6}%Q>nno<7*,IIxI\u{c}\\@,y{g/>vla\u{3}o\u{1c}<V+qg\u{7f}cQcG_\u{7f}fY\
        SO\u{1f}<~|{/\u{1d};zr\u{1b}l/pw(`~ty#\u{17}~7*\u{15}<CN#15Aw^Js[\u{1a}+\u{11}.B.\u{15})7'\
        G8v>S,\u{6}l1G\u{21}\n\u{15}?Jospu\u{6}5'juZ+\u{7}Xa,E&9Gj\u{6}~;Hru\ty8\u{8}@ld0%XmIr+T\
        \u{4}\u{11}[\u{c}:uJW\u{11}\u{7}ELYuSfmI\u{14}\u{1f}Gn%GJ\u{7f}}\"\t\u{1d}\u{1d}-\"0<XnbKp\
        wHZ8Hy`D\u{4}\u{2}ci.a\u{16}%/\\>t\u{14}2tq/\t3B[\u{7}>*z\u{14}Vn\u{3}'n\u{3}{\u{1c}\u{8}[\
        KO\u{11} q;J\u{15}v\t#V\u{21}~J\u{7f}\u{1}j\\^j7$p\u{e}\u{1a}9wY?\u{11}h\u{b}O=\u{7f}M\
        \u{3}gO?wtY\u{17}\u{2}\u{c}(v2/O*\u{1d}\u{1b}\0 $lg]3CCI8t 5kF \u{b}p\u{4}jJpt\"?Q(7\\`?J\
        \u{1e}\"\u{14}\u{12}9M\"NOS)V\u{7f}r|\n6UJ\u{19}\u{7f}Q*BVm{3t|\u{7f}gs'O(YQ\u{f}LqBo\
        \u{1a}I*V)\u{1b}42\u{1}MO\n\"\u{13}Y$kaB\u{18}}\u{2}/2]L<\u{1e}K[L&=\u{b}j.\u{18}}|8\u{21}\
        .N_FPlO6?$=@\u{21}Y\u{e}\"D*&P>sa`%K\r\r<_NXx\u{1f}\u{b}\n\t\u{c}\u{7}\u{1f}{%\u{13}\u{16}\
        E]\u{15}OFv0\u{e}\u{14}qaq\u{b}\u{7f}\u{2}3@aU\u{b}$&x\u{7f}eYiU\u{10}76r-w\"\u{b}\u{f}\
        \u{c}0pZ\u{7f}r-@a\0o)7YC\u{12}4sEo{=DdlP\u{f}vaRX5i|V\u{1d}\u{4}E\u{18}%E?9qqWDV\u{3}\
        \u{c}p\u{13}\u{21}Va5a\u{17}ioX\n9uVl-\u{10}\"\u{1}\u{16}F\u{8}\u{e}6`\u{2}K\u{b}\u{14}\0Y\
        '.h`Q~a\u{1f}\u{10}6'`_MrT$d\u{1b}g(\u{f}~/\\>sECC*QDeT\u{1e}+\u{f}x_Or\u{21}\u{1c}\rxkZd-\
        bi\u{1b}\u{17}U(kZ`aF;\u{1e}*^\u{17}\u{1f}\u{f}m\u{11}w\u{21}~A\u{f}V\u{1f}^\n%\u{f}*Do9R*\
        \u{14}\u{1a}\u{5}eqKw\u{6}UA\u{7}=rk\u{3}|B_i`OjE-7\u{7}zvvm/\u{19}S{T+b<\\.EI/]RsSW\u{15}\
        F/\t[i?C~o\u{1a}\u{10}hw1\u{15}+Kos+\u{e}\u{10}Csoga83T\"t.OY\u{1e}+rRwVQs\u{8})\u{c}VV?\
        \u{1a}sNi{\u{16}iJY4\0E\ryI' O\u{2}y\u{8}Qc1\ni\u{10}@\u{1e}\u{16}@\u{1c}\t nH\u{1a}\n;\
        \u{18}'\u{13}\u{1f}s\u{1e}fM1\u{13}>kx\u{6}Ib\u{16}\t}$+w9nw\u{1e}\u{7}\u{b}uS;\u{10}n^{Jg\
        \u{5},~4Jh>@$C'x0u\u{b}Q\u{8}$Y:\u{1b}\u{19}\u{19}2_B\u{11}RvnW\0;w\u{e}[\u{b}f8<\u{12}&\
        \u{18}.X\rq\u{5}:W\u{13}y\u{1b}2\u{3}o:\u{15}8#\u{19}[*c`y\"hEQrt\u{14}\u{5}tb)i\u{f}C\
        \u{18}%&-\u{1}G2.&\u{1f}s\u{b}\u{2}\u{1b}d &/\u{7}\u{14}0-\\\u{2}c\u{1b}}2f7\u{1b}J\u{e}WN\
        \tN1\u{19}gqAU\u{21}\u{11}dA\u{1c}+\n\0)7\u{1f}\u{b}|:\\_\u{12}]*N\u{7f}}P\u{7f}#W\u{3};zO\
        9\nl]F6@\u{19}\\7P\u{17}xC\u{14}l%h\u{11}7;)*4B>_\0WNAXJ\",cpz\u{b}\u{19}.C\u{8}NN\u{1d}~f\
        [\u{1c}\u{19}<-}\u{15}\u{1}HHi\u{7f};uj/+V|oECJ5\u{14}\u{1c}/)\u{b}xRk}6%0U~)H-a\u{15}N\
        \u{12}N5s0uqX`r\u{5}:G7\"gGS\u{1a}N9&|M6bN\u{13}\u{14}\u{1f}oJ<\u{1f}28+  \nn\u{16}e\u{21}\
        {1I{?SP|Q\u{13}\u{17}\u{1e}d<-9teB}g-\u{b}\u{e}|v0$%aq\u{c}|\u{7f}\0
        """
}
